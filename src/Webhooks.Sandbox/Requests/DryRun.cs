using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Requests;

/// <summary>The option <c>dryRun</c>.</summary>
internal static class DryRun
{
    /// <summary>What is wrong with its values: only <c>All</c> is one.</summary>
    public static IEnumerable<StatusCause> Check(IReadOnlyList<string> values)
    {
        if (values.Any(value => value != "All"))
        {
            BadValue shown = BadValue.Json($"[{string.Join(',', values.Select(GoString.Quote))}]");
            yield return FieldError.NotSupported("dryRun", shown, ["All"]);
        }
    }
}
