using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>How each rule is told to the user.</summary>
internal static class Descriptors
{
    private const string Declaration = "GraphGen.Declaration";
    private const string Wiring = "GraphGen.Wiring";
    private const string Shapes = "GraphGen.Shapes";

    /// <summary>Where the pages of the rules stand.</summary>
    private const string Pages = "https://github.com/graphgen/graphgen/blob/main/docs/rules/";

    /// <summary>What the layer takes, what it got, where that came from, and what to try.</summary>
    private const string ShapeMessage = "{0}: {1}. {2}Try {3}.";

    private static readonly DiagnosticDescriptor s_notPartial = new(
        Rules.NotPartial, "A model's class must be partial", "The model '{0}' cannot get its generated half: add 'partial' to the declaration of '{1}'", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NotPartial));

    private static readonly DiagnosticDescriptor s_unsuitableClass = new(
        Rules.UnsuitableClass, "A model must be a plain class", "The model '{0}' is {1}: {2}", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.UnsuitableClass));

    private static readonly DiagnosticDescriptor s_fieldNotReadOnly = new(
        Rules.FieldNotReadOnly, "A graph field must be static readonly with an initializer", "'{0}' {1}: declare it as a 'static readonly' field with an initializer", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.FieldNotReadOnly));

    private static readonly DiagnosticDescriptor s_notKnownAtBuild = new(
        Rules.NotKnownAtBuild, "An argument must be known at build time", "{0} is not known at build time: use a literal, a const, or a 'static readonly' field of the model with such an initializer", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NotKnownAtBuild));

    private static readonly DiagnosticDescriptor s_outsideLanguage = new(
        Rules.OutsideLanguage, "The expression is not part of the declaration language", "A model cannot be declared with {0}: {1}", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.OutsideLanguage));

    private static readonly DiagnosticDescriptor s_argumentOutOfRange = new(
        Rules.ArgumentOutOfRange, "An argument is out of its range", "'{0}' is {1}, and must be {2}", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.ArgumentOutOfRange));

    private static readonly DiagnosticDescriptor s_nameTaken = new(
        Rules.NameTaken, "A name is taken", "{0}: {1}", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NameTaken));

    private static readonly DiagnosticDescriptor s_noInputOrOutput = new(
        Rules.NoInputOrOutput, "A model needs an input and an output", "The model '{0}' has no {1}: declare 'static readonly Input x = Input(...)' and 'static readonly Output y = ...'", Declaration, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NoInputOrOutput));

    private static readonly DiagnosticDescriptor s_noEffect = new(
        Rules.NoEffect, "An attribute has no effect", "[{0}] has no effect on '{1}': {2}", Declaration, DiagnosticSeverity.Warning, true, helpLinkUri: Link(Rules.NoEffect));

    private static readonly DiagnosticDescriptor s_disconnectedInput = new(
        Rules.DisconnectedInput, "An input reaches no output", "The input '{0}' reaches no output: {1}. Connect it to an output, or remove it.", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.DisconnectedInput));

    private static readonly DiagnosticDescriptor s_deadLayer = new(
        Rules.DeadLayer, "A layer reaches no output", "The node '{0}' reaches no output, so that it is left out of the model: connect it to an output, or remove it", Wiring, DiagnosticSeverity.Warning, true, helpLinkUri: Link(Rules.DeadLayer));

    private static readonly DiagnosticDescriptor s_disconnectedOutput = new(
        Rules.DisconnectedOutput, "An output depends on no input", "The output '{0}' depends on no input, so that it would be the same for every batch: connect it to an input, or remove it", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.DisconnectedOutput));

    private static readonly DiagnosticDescriptor s_cycle = new(
        Rules.Cycle, "The graph has a cycle", "The graph has a cycle, {0}: a node cannot be made from itself, so let one of them read another node", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Cycle));

    private static readonly DiagnosticDescriptor s_neverApplied = new(
        Rules.NeverApplied, "A layer is never applied", "The layer '{0}' is never applied, so that it is left out of the model: apply it to a node, as in '{0}(x)', or remove it", Wiring, DiagnosticSeverity.Warning, true, helpLinkUri: Link(Rules.NeverApplied));

    private static readonly DiagnosticDescriptor s_foreignNode = new(
        Rules.ForeignNode, "A node of another model is used", "'{0}' belongs to the model '{1}': a model can only use fields of its own, so declare it here too", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.ForeignNode));

    private static readonly DiagnosticDescriptor s_wrongInputs = new(
        Rules.WrongInputs, "A wrong number of inputs, or an unknown output or parameter", "{0}", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.WrongInputs));

    private static readonly DiagnosticDescriptor s_nestingCycle = new(
        Rules.NestingCycle, "Models nest each other", "The models nest each other, {0}: none of them could ever be made, so let one of them do without the next", Wiring, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NestingCycle));

    private static readonly DiagnosticDescriptor s_rank = new(
        Rules.Rank, "A layer takes another number of axes", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Rank));

    private static readonly DiagnosticDescriptor s_disagreement = new(
        Rules.Disagreement, "Dimensions that must agree do not", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Disagreement));

    private static readonly DiagnosticDescriptor s_sharedWeights = new(
        Rules.SharedWeights, "A shared layer would need different weights", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.SharedWeights));

    private static readonly DiagnosticDescriptor s_doesNotFit = new(
        Rules.DoesNotFit, "A window, crop or slice does not fit its input", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.DoesNotFit));

    private static readonly DiagnosticDescriptor s_notDivisible = new(
        Rules.NotDivisible, "A size is not divisible as it must be", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.NotDivisible));

    private static readonly DiagnosticDescriptor s_reshape = new(
        Rules.Reshape, "A reshape changes the number of elements", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Reshape));

    private static readonly DiagnosticDescriptor s_dynamicWeights = new(
        Rules.DynamicWeights, "A dynamic dimension would fix the size of weights", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.DynamicWeights));

    private static readonly DiagnosticDescriptor s_elementType = new(
        Rules.ElementType, "A layer does not take the element type", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.ElementType));

    private static readonly DiagnosticDescriptor s_axis = new(
        Rules.Axis, "The tensor does not have the axis", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Axis));

    private static readonly DiagnosticDescriptor s_signature = new(
        Rules.Signature, "A shape attribute does not fit", ShapeMessage, Shapes, DiagnosticSeverity.Error, true, helpLinkUri: Link(Rules.Signature));

    private static readonly DiagnosticDescriptor s_openQuestion = new(
        Rules.OpenQuestion, "A shape question is open at build", "{0}: whether {1} is not known at build, so that {2} checks it", Shapes, DiagnosticSeverity.Info, true, helpLinkUri: Link(Rules.OpenQuestion));

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = new[]
    {
        s_notPartial, s_unsuitableClass, s_fieldNotReadOnly, s_notKnownAtBuild, s_outsideLanguage, s_argumentOutOfRange, s_nameTaken, s_noInputOrOutput, s_noEffect,
        s_disconnectedInput, s_deadLayer, s_disconnectedOutput, s_cycle, s_neverApplied, s_foreignNode, s_wrongInputs, s_nestingCycle,
        s_rank, s_disagreement, s_sharedWeights, s_doesNotFit, s_notDivisible, s_reshape, s_dynamicWeights, s_elementType, s_axis, s_signature, s_openQuestion,
    }.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<DiagnosticDescriptor> All => s_byId.Values;

    public static DiagnosticDescriptor Of(string rule) => s_byId[rule];

    private static string Link(string rule) => $"{Pages}{rule}.md";
}
