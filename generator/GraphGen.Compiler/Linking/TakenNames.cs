using GraphGen.Compiler.Declarations;

namespace GraphGen.Compiler.Linking;

/// <summary>Names that a generated module has, or that its declaration needs, for something else.</summary>
internal static class TakenNames
{
    /// <summary>The public and protected members of TorchSharp's modules: one of the same name would hide them.</summary>
    public static readonly IReadOnlyCollection<string> OfModule = new HashSet<string>(StringComparer.Ordinal)
    {
        "ClearModules", "ConditionallyRegisterBuffer", "ConditionallyRegisterParameter", "Create", "Dispose", "Equals", "Finalize", "GetDefaultDeviceAndType",
        "GetHashCode", "GetName", "GetType", "HType", "HookRemover", "MemberwiseClone", "ReferenceEquals", "RegisterComponents", "ReplaceBuffer",
        "ReplaceParameter", "ToString", "_deviceIndex", "_deviceType", "_internal_buffers", "_internal_params", "_internal_submodules", "_named_buffers",
        "_named_parameters", "_parameters", "_to", "_toEpilog", "add_module", "apply", "buffers", "call", "children", "eval", "forward", "get_buffer",
        "get_parameter", "has_buffer", "has_parameter", "load", "load_state_dict", "module_post_hooks", "module_pre_hooks", "modules", "name",
        "named_buffers", "named_children", "named_modules", "named_parameters", "parameters", "post_hooks", "pre_hooks", "register_buffer",
        "register_forward_hook", "register_forward_pre_hook", "register_module", "register_parameter", "save", "save_state_dict", "state_dict", "train",
        "training", "zero_grad",
    };

    /// <summary>The members that every generated half declares itself, with the parameters of those that are methods.</summary>
    public static readonly IReadOnlyDictionary<string, string?> OfModel = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Inputs"] = null,
        ["Outputs"] = null,
        ["Graph"] = null,
        ["Summary"] = "",
        ["Plot"] = "String",
        ["GetLayer"] = "String",
        ["Freeze"] = "String",
        ["Unfreeze"] = "String",
    };

    /// <summary>The members that a generated half declares where the user's half has none like them, with their parameters.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfFiles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Save"] = "String",
        ["Load"] = "String,Boolean,Boolean",
    };

    /// <summary>The arguments that every generated constructor has.</summary>
    public static readonly IReadOnlyCollection<string> OfConstructor = new HashSet<string>(StringComparer.Ordinal) { "device", "dtype" };

    /// <summary>The same of a model with taps; <c>Features</c> has the parameters of <c>forward</c>.</summary>
    public static readonly IReadOnlyCollection<string> OfTaps = new HashSet<string>(StringComparer.Ordinal) { Features, "Taps" };

    /// <summary>The types whose static members a declaration names, as in <c>DType.Int64</c>: a property of that name would be found in their place.</summary>
    public static readonly IReadOnlyCollection<string> OfLanguage = new HashSet<string>(StringComparer.Ordinal) { "Dim", "DType", "Init", "Interpolation", "Layers", "Merge", "Padding" };

    private const string Features = "Features";

    /// <summary>The names of members of the generated half.</summary>
    public static IEnumerable<string> OfHalf(Declaration declaration) => declaration.HasTaps ? OfModel.Keys.Concat(OfTaps) : OfModel.Keys;

    /// <summary>The names that no property for a layer may have.</summary>
    public static IEnumerable<string> All(Declaration declaration) => OfModule.Concat(OfHalf(declaration)).Concat(OfFiles.Keys).Concat(OfLanguage);

    /// <summary>Whether the generated half of a model has a member like one of the user's; an overload of other parameters is another member.</summary>
    public static bool IsGenerated(Declaration declaration, MemberDeclaration member)
    {
        string? parameters;
        if (member.Name == "forward" || (member.Name == Features && declaration.HasTaps))
            parameters = string.Join(",", declaration.Fields.Where(field => field.Role == FieldRole.Input).Select(_ => "Tensor"));
        else if (OfHalf(declaration).Contains(member.Name)) OfModel.TryGetValue(member.Name, out parameters);
        else return false;
        return parameters is null || member.Parameters is null || parameters == member.Parameters;
    }
}
