using System.Runtime.CompilerServices;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>Whether a module has forward hooks, which TorchSharp keeps to itself.</summary>
internal static class Hooks<TPreHook, TPostHook>
{
    /// <summary>Whether there may be hooks: also where this version of TorchSharp keeps them elsewhere.</summary>
    public static bool MayBeOn(torch.nn.HookableModule<TPreHook, TPostHook> module)
    {
        try
        {
            return AnyOn(module);
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
        {
            return true;
        }
    }

    /// <exception cref="MissingFieldException">This version of TorchSharp keeps them elsewhere.</exception>
    public static bool AnyOn(torch.nn.HookableModule<TPreHook, TPostHook> module) =>
        Before(module).Count + After(module).Count + ModuleBefore(module).Count + ModuleAfter(module).Count > 0;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "pre_hooks")]
    private static extern ref Dictionary<string, TPreHook> Before(torch.nn.HookableModule<TPreHook, TPostHook> module);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "post_hooks")]
    private static extern ref Dictionary<string, TPostHook> After(torch.nn.HookableModule<TPreHook, TPostHook> module);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "module_pre_hooks")]
    private static extern ref Dictionary<string, Action<torch.nn.Module>> ModuleBefore(torch.nn.HookableModule<TPreHook, TPostHook> module);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "module_post_hooks")]
    private static extern ref Dictionary<string, Action<torch.nn.Module>> ModuleAfter(torch.nn.HookableModule<TPreHook, TPostHook> module);
}
