using System.Runtime.InteropServices;

namespace Webhooks.Shared;

/// <summary>Swaps symbolic links as the kubelet does.</summary>
internal static class SymbolicLinks
{
    /// <summary>Makes a link lead elsewhere in one step: at any time it leads to the old target or to the new one.</summary>
    /// <remarks>.NET renames no link that leads to a folder.</remarks>
    public static void Swap(string link, string target)
    {
        string next = link + ".next";
        File.CreateSymbolicLink(next, target);
        if (Rename(next, link) != 0)
        {
            throw new IOException($"{next}: can't be renamed to {link}, error {Marshal.GetLastPInvokeError()}");
        }
    }

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
