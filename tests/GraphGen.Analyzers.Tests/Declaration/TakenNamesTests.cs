using System.Reflection;
using GraphGen.Analyzers.Tests.Harness;
using GraphGen.Compiler.Linking;
using static TorchSharp.torch;

namespace GraphGen.Analyzers.Tests.Declaration;

/// <summary>The compiler cannot look at TorchSharp, so that its list of a module's members is compared with TorchSharp here.</summary>
public sealed class TakenNamesTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_modules =
    [
        typeof(nn.Module<,>), typeof(nn.Module<,,>), typeof(nn.Module<,,,>), typeof(nn.Module<,,,,>), typeof(nn.Module<,,,,,>), typeof(nn.Module<,,,,,,>),
    ];

    /// <summary>Those that a member of the user's of the same name keeps away, whatever its parameters; only the generator knows them.</summary>
    private static readonly string[] s_ofTraining = ["Compile", "Predict"];

    [Fact]
    public void Members_of_modules_are_all_that_a_derived_class_sees()
    {
        IEnumerable<string> names =
            from module in s_modules
            from type in WithBases(module)
            from member in type.GetMembers(Declared)
            where IsVisible(member)
            select member.Name;
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), TakenNames.OfModule.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_with_static_members_keep_their_names()
    {
        IEnumerable<string> names =
            from type in typeof(Node).Assembly.GetExportedTypes()
            where type.Namespace == "GraphGen" && !type.IsSubclassOf(typeof(Exception)) && type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(IsNamed)
            select type.Name;
        Assert.Subset(TakenNames.OfLanguage.ToHashSet(), names.ToHashSet());
    }

    [Fact]
    public void Members_of_models_are_those_of_the_generated_half()
    {
        IEnumerable<string> members = Build.GeneratedMembers("static readonly Input x = Input(1); static readonly Output y = ReLU(x);");
        Assert.Equal(TakenNames.OfModel.Keys.Concat(TakenNames.OfFiles.Keys).Concat(s_ofTraining).Order(StringComparer.Ordinal), members.Except(["x", "y", .. TakenNames.OfModule]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_of_models_with_taps_are_those_and_two_more()
    {
        IEnumerable<string> members = Build.GeneratedMembers("static readonly Input x = Input(1); [Tap] static readonly Output y = ReLU(x);");
        Assert.Equal(TakenNames.OfModel.Keys.Concat(TakenNames.OfFiles.Keys).Concat(s_ofTraining).Concat(TakenNames.OfTaps).Order(StringComparer.Ordinal), members.Except(["x", "y", .. TakenNames.OfModule]).Order(StringComparer.Ordinal));
    }

    private static bool IsNamed(MemberInfo member) => member is FieldInfo or PropertyInfo or MethodInfo { IsSpecialName: false };

    private static IEnumerable<Type> WithBases(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType) yield return at;
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly),
        Type type => type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem,
        _ => false,
    };
}
