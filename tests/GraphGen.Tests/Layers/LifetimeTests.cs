using TorchSharp;

namespace GraphGen.Tests.Layers;

public class LifetimeTests
{
    [Fact]
    public void After_forward_the_results_alone_are_alive()
    {
        AssertResultsAlone(() => new AllActivations(), model => model.forward(new AllActivations.Inputs(torch.rand(2, 17))));
        AssertResultsAlone(() => new OverwritingActivations(), model => model.forward(new OverwritingActivations.Inputs(torch.rand(2, 4))));
        AssertResultsAlone(() => new AllFunctions(), model => model.forward(new AllFunctions.Inputs(torch.rand(2, 17))));
        AssertResultsAlone(() => new AllReductions(), model => model.forward(new AllReductions.Inputs(torch.rand(2, 3, 4, 5))));
        AssertResultsAlone(
            () => new AllMerging(), model => model.forward(new AllMerging.Inputs(torch.rand(2, 2, 3), torch.rand(2, 1, 3), torch.rand(2, 2, 1))));
        AssertResultsAlone(
            () => new AllConcatenations(), model => model.forward(new AllConcatenations.Inputs(torch.rand(2, 2, 3), torch.rand(2, 2, 1), torch.rand(2, 4, 3))));
        AssertResultsAlone(() => new SameConvolutions(), model => model.forward(new SameConvolutions.Inputs(torch.rand(2, 2, 7, 10))));
        AssertResultsAlone(() => new OtherConvolutions(), model => model.forward(new OtherConvolutions.Inputs(torch.rand(2, 2, 11), torch.rand([2, 2, 4, 5, 6]))));
        AssertResultsAlone(() => new SamePoolings(), model => model.forward(new SamePoolings.Inputs(torch.rand(2, 2, 7, 10))));
        AssertResultsAlone(() => new SharedSame(), model => model.forward(new SharedSame.Inputs(torch.rand(2, 2, 5, 5), torch.rand(2, 2, 8, 9))));
        AssertResultsAlone(() => new Pictures(), model => model.forward(new Pictures.Inputs(torch.rand(2, 3, 9, 10))));
        AssertResultsAlone(() => new OverwrittenSequences(), model => model.forward(new OverwrittenSequences.Inputs(torch.rand(2, 2, 7))));
        AssertResultsAlone(() => new OverwrittenImages(), model => model.forward(new OverwrittenImages.Inputs(torch.rand(2, 2, 4, 5), torch.rand([2, 2, 3, 2, 3]))));
        AssertResultsAlone(
            () => new AllResizing(), model => model.forward(new AllResizing.Inputs(torch.rand(2, 4, 5), torch.rand(2, 8, 3, 4), torch.rand([2, 2, 2, 3, 4]))));
        AssertResultsAlone(
            () => new AllAdaptive(), model => model.forward(new AllAdaptive.Inputs(torch.rand(2, 2, 7), torch.rand(2, 2, 5, 8), torch.rand([2, 2, 5, 6, 7]))));
        AssertResultsAlone(() => new OverwrittenResizing(), model => model.forward(new OverwrittenResizing.Inputs(torch.rand(2, 4, 3, 4), torch.rand([2, 2, 2, 3, 4]))));
        AssertResultsAlone(
            () => new AllTransposed(), model => model.forward(new AllTransposed.Inputs(torch.rand(2, 2, 5), torch.rand(2, 4, 3, 4), torch.rand([2, 2, 2, 3, 2]))));
        AssertResultsAlone(() => new AllSeparable(), model => model.forward(new AllSeparable.Inputs(torch.rand(2, 2, 7), torch.rand(2, 3, 5, 6))));
        AssertResultsAlone(() => new Orders(), model => model.forward(new Orders.Inputs(torch.rand(2, 2, 3, 4), torch.rand(2))));
        AssertResultsAlone(() => new AllRecurrent(), model => model.forward(new AllRecurrent.Inputs(torch.rand(2, 6, 3))));
        AssertResultsAlone(() => new AllStates(), model => model.forward(new AllStates.Inputs(torch.rand(2, 6, 3), torch.rand(2, 4, 2))));
        AssertResultsAlone(() => new BothWays(), model => model.forward(new BothWays.Inputs(torch.rand(2, 6, 3), torch.rand(2, 4, 2))));
        AssertResultsAlone(() => new SharedBothWays(), model => model.forward(new SharedBothWays.Inputs(torch.rand(2, 6, 3), torch.rand(2, 4, 3))));
        AssertResultsAlone(() => new AllAttention(), model => model.forward(AttentionTests.Inputs(torch.float32)));
        AssertResultsAlone(() => new AttentionOfSteps(), model => model.forward(new AttentionOfSteps.Inputs(torch.rand(2, 4, 5, 6))));
        AssertResultsAlone(() => new AllTimeDistributed(), model => model.forward(new AllTimeDistributed.Inputs(torch.rand(2, 6, 4, 3))));
        AssertResultsAlone(
            () => new SmallReductions(), model => model.forward(new SmallReductions.Inputs(torch.rand(2, 3), torch.rand(2, 2, dtype: torch.complex64))));
        AssertResultsAlone(
            () => new Regularized(),
            model => model.forward(new Regularized.Inputs(torch.rand(2, 50, 3), torch.rand(2, 50, 3, 2), torch.rand([2, 50, 2, 2, 2]))));
        AssertResultsAlone(
            () => new AllProducts(),
            model => model.forward(new AllProducts.Inputs(
                torch.rand(2, 3, 4), torch.rand(2, 3, 5), torch.rand(2, 2, 3, 4), torch.rand(2, 1, 4, 2), torch.rand(2, 6), torch.rand(2, 6))));
        AssertResultsAlone(
            () => new AllEquations(),
            model => model.forward(new AllEquations.Inputs(torch.rand(2, 3, 4), torch.rand(2, 3, 2, 5), torch.rand(2, 3, 2, 2))));
        AssertResultsAlone(
            () => new AnyLength(),
            model => model.forward(new AnyLength.Inputs(torch.rand(2, 4, 6), torch.rand(2, 4, 6), torch.rand(2, 1, 6), torch.ones(2, 4, dtype: torch.int64))));
        AssertResultsAlone(
            () => new AnyBreadth(), model => model.forward(new AnyBreadth.Inputs(torch.ones(2, 3, dtype: torch.int64), torch.rand(2, 4, 3))));
        AssertResultsAlone(() => new WithWeights(), model => model.forward(new WithWeights.Inputs(torch.rand(2, 3, 4))));
        AssertResultsAlone(
            () => new WithNumbers(),
            model => model.forward(new WithNumbers.Inputs(
                torch.rand(2, 3), torch.rand(2, 3), torch.ones(2, 3, dtype: torch.int64), torch.ones(2, 3, dtype: torch.float16))));
        AssertResultsAlone(
            () => new OfIntegers(),
            model => model.forward(new OfIntegers.Inputs(
                torch.ones(2, 3, dtype: torch.int64), torch.ones(2, 3, dtype: torch.uint8), torch.ones(2, 3, dtype: torch.@bool))));
    }

    internal static void AssertResultsAlone<TModel, TOutputs>(Func<TModel> make, Func<TModel, TOutputs> run)
        where TModel : torch.nn.Module
    {
        using TModel model = make();
        using DisposeScope scope = torch.NewDisposeScope();
        TOutputs outputs = run(model);

        // The inputs of this one run are in the scope too.
        int inputs = typeof(TModel).GetNestedType("Inputs")!.GetProperties().Length;
        int results = typeof(TOutputs).GetProperties().Length;
        Assert.Equal(inputs + results, scope.DisposablesCount);
        Assert.NotNull(outputs);
    }
}
