using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1007: names and keys that are taken.</summary>
internal static class NameCheck
{
    /// <summary>What a module has already: a field of that name would hide it, or be declared twice.</summary>
    private static readonly HashSet<string> s_members =
    [
        "forward", "call", "train", "eval", "training", "to", "cpu", "cuda", "save", "load", "load_py", "save_py", "parameters", "named_parameters", "buffers",
        "named_buffers", "children", "named_children", "modules", "named_modules", "state_dict", "load_state_dict", "zero_grad", "apply", "GetName", "name",
        "requires_grad_", "register_module", "register_buffer", "register_parameter", "register_forward_hook", "register_forward_pre_hook", "add_module",
        "has_parameter", "has_buffer", "get_parameter", "get_buffer", "get_submodule", "handle", "type", "half", "bfloat16", "Dispose", "RegisterComponents",
        "ClearModules", "ValidateParameter", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "Inputs", "Outputs", "Graph", "Summary", "GetLayer",
    ];

    public static void Report(Declaration declaration, List<Problem> problems)
    {
        var keys = new Dictionary<string, FieldDeclaration>();
        foreach (FieldDeclaration field in declaration.Fields)
        {
            if (field.Role == FieldRole.Value) continue;
            if (s_members.Contains(field.Name))
                problems.Add(new Problem(Rules.NameTaken, field.Site, $"'{field.Name}' is the name of a member that every module has"));
            if (field.Role == FieldRole.Input) continue;
            if (keys.TryGetValue(field.Key, out FieldDeclaration? earlier))
                problems.Add(new Problem(Rules.NameTaken, field.Site, $"'{field.Name}' and '{earlier.Name}' would both have the key '{field.Key}' in the state dict").WithRelated([earlier.Site]));
            else
                keys.Add(field.Key, field);
        }
    }
}
