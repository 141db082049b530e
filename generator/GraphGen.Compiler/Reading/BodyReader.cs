using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Turns the statements of a helper into instructions with jumps.</summary>
internal sealed class BodyReader(ExpressionReader expressions)
{
    private readonly List<Instruction> _instructions = [];

    /// <summary>The positions that jumps lead to; while the body is read they are known by their numbers in this list.</summary>
    private readonly List<int> _positions = [];

    private readonly Dictionary<ILabelSymbol, int> _labels = new(SymbolEqualityComparer.Default);
    private readonly AssignmentReader _assignments = new(expressions);
    private readonly SwitchReader _switches = new(expressions);

    /// <param name="body">The statements.</param>
    /// <param name="mayEnd">Whether the helper may end without a value.</param>
    public IEnumerable<Instruction> Read(IBlockOperation body, bool mayEnd)
    {
        ReadStatement(body);
        if (mayEnd) _instructions.Add(new ReturnInstruction(expressions.Mark(body), null));
        return _instructions.Select(instruction => instruction switch
        {
            JumpInstruction jump => jump with { Target = _positions[jump.Target] },
            BranchInstruction branch => branch with { Otherwise = _positions[branch.Otherwise] },
            NextInstruction next => next with { End = _positions[next.End] },
            _ => instruction,
        });
    }

    private void ReadStatement(IOperation? statement)
    {
        switch (statement)
        {
            case null or IEmptyOperation or ILocalFunctionOperation:
                break;
            case IBlockOperation block:
                foreach (IOperation inner in block.Operations) ReadStatement(inner);
                break;
            case IExpressionStatementOperation expression:
                Evaluate(expressions.Read(expression.Operation));
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators)) ReadDeclarator(declarator);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                _instructions.Add(new ReturnInstruction(expressions.Mark(result), result.ReturnedValue is { } value ? expressions.Read(value) : null));
                break;
            case IConditionalOperation condition:
                ReadIf(condition);
                break;
            case IForLoopOperation loop:
                ReadFor(loop);
                break;
            case IWhileLoopOperation loop:
                ReadWhile(loop);
                break;
            case IForEachLoopOperation { IsAsynchronous: false } loop:
                ReadForEach(loop);
                break;
            case ISwitchOperation choice:
                ReadSwitch(choice);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                Jump(Keyword(branch), Label(branch.Target));
                break;
            case IThrowOperation { Exception: not null } thrown:
                Evaluate(expressions.Read(thrown));
                break;
            default:
                Evaluate(RefuseStatement(statement));
                break;
        }
    }

    private UnknownExpression RefuseStatement(IOperation statement)
    {
        if (ExpressionReader.IsReportedByCSharp(statement)) return expressions.Unknown(statement);
        SyntaxToken keyword = statement.Syntax.GetFirstToken();
        return expressions.Refuse(
            statement, keyword.GetLocation(), $"'{keyword.Text}' in a helper", "write helpers with variables, 'if', loops, 'switch', 'return' and calls of other helpers");
    }

    private void ReadDeclarator(IVariableDeclaratorOperation declarator)
    {
        IVariableInitializerOperation? initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is null) expressions.Context.Variables.Declare(declarator.Symbol);
        else Evaluate(_assignments.Assign(declarator, declarator, expressions.Read(initializer.Value)));
    }

    private void ReadIf(IConditionalOperation condition)
    {
        int otherwise = NewLabel();
        Branch(condition.Condition, otherwise);
        ReadStatement(condition.WhenTrue);
        if (condition.WhenFalse is null)
        {
            Place(otherwise);
            return;
        }

        int end = NewLabel();
        Jump(Keyword(condition), end);
        Place(otherwise);
        ReadStatement(condition.WhenFalse);
        Place(end);
    }

    private void ReadFor(IForLoopOperation loop)
    {
        int start = NewLabel();
        foreach (IOperation before in loop.Before) ReadStatement(before);
        Place(start);
        if (loop.Condition is not null) Branch(loop.Condition, Label(loop.ExitLabel));
        ReadStatement(loop.Body);
        Place(Label(loop.ContinueLabel));
        foreach (IOperation after in loop.AtLoopBottom) ReadStatement(after);
        Jump(Keyword(loop), start);
        Place(Label(loop.ExitLabel));
    }

    private void ReadWhile(IWhileLoopOperation loop)
    {
        int start = NewLabel();
        Place(start);
        if (loop.ConditionIsTop)
        {
            Place(Label(loop.ContinueLabel));
            if (loop.Condition is not null) Branch(loop.Condition, Label(loop.ExitLabel));
            ReadStatement(loop.Body);
        }
        else
        {
            ReadStatement(loop.Body);
            Place(Label(loop.ContinueLabel));
            if (loop.Condition is not null) Branch(loop.Condition, Label(loop.ExitLabel));
        }

        Jump(Keyword(loop), start);
        Place(Label(loop.ExitLabel));
    }

    private void ReadForEach(IForEachLoopOperation loop)
    {
        // An array is a plain sequence to the loop.
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: var operand } ? operand : loop.Collection;
        if (ValueTypes.ItemOf(collection.Type) is not { } type)
        {
            Evaluate(expressions.Refuse(collection));
            return;
        }

        int enumerator = expressions.Context.Variables.DeclareUnnamed();
        int item = expressions.Context.Variables.DeclareUnnamed();
        Site site = Keyword(loop);
        Evaluate(new AssignmentExpression(site, new VariableExpression(site, enumerator), new EnumeratorExpression(expressions.Mark(collection), expressions.Read(collection))));
        Place(Label(loop.ContinueLabel));
        _instructions.Add(new NextInstruction(site, enumerator, item, Label(loop.ExitLabel)));
        Expression value = new VariableExpression(site, item);
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: var wanted } && ValueTypes.NumberOf(wanted) is { } number && number != ValueTypes.NumberOf(type))
            value = new NumericConversionExpression(site, number, value);
        Evaluate(_assignments.Assign(loop.LoopControlVariable, loop.LoopControlVariable, value));
        ReadStatement(loop.Body);
        Jump(site, Label(loop.ContinueLabel));
        Place(Label(loop.ExitLabel));
    }

    private void ReadSwitch(ISwitchOperation choice)
    {
        int variable = expressions.Context.Variables.DeclareUnnamed();
        Site site = Keyword(choice);
        Evaluate(new AssignmentExpression(site, new VariableExpression(site, variable), expressions.Read(choice.Value)));
        int otherwise = Label(choice.ExitLabel);
        var bodies = new List<(ISwitchCaseOperation Case, int Label)>();
        foreach (ISwitchCaseOperation @case in choice.Cases)
        {
            int body = NewLabel();
            bodies.Add((@case, body));
            foreach (ICaseClauseOperation clause in @case.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    otherwise = body;
                    continue;
                }

                int next = NewLabel();
                Expression condition = _switches.ReadClause(clause, variable);
                _instructions.Add(new BranchInstruction(condition.Site, condition, next));
                Jump(site, body);
                Place(next);
            }
        }

        Jump(site, otherwise);
        foreach ((ISwitchCaseOperation @case, int label) in bodies)
        {
            Place(label);
            foreach (IOperation statement in @case.Body) ReadStatement(statement);
        }

        Place(Label(choice.ExitLabel));
    }

    private void Evaluate(Expression expression) => _instructions.Add(new EvaluateInstruction(expression));

    private void Branch(IOperation condition, int otherwise)
    {
        Expression read = expressions.Read(condition);
        _instructions.Add(new BranchInstruction(read.Site, read, otherwise));
    }

    private void Jump(Site site, int label) => _instructions.Add(new JumpInstruction(site, label));

    private int Label(ILabelSymbol symbol)
    {
        if (!_labels.TryGetValue(symbol, out int label)) _labels.Add(symbol, label = NewLabel());
        return label;
    }

    private int NewLabel()
    {
        _positions.Add(0);
        return _positions.Count - 1;
    }

    private void Place(int label) => _positions[label] = _instructions.Count;

    private Site Keyword(IOperation statement) => expressions.Mark(statement.Syntax.GetFirstToken().GetLocation());
}
