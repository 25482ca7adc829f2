using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>A container of a pod.</summary>
/// <param name="Json">The container.</param>
/// <param name="IsInit">Whether it stands in <c>initContainers</c>.</param>
internal sealed record JudgedContainer(JsonElement Json, bool IsInit)
{
    public string Name { get; } = Json.Text("name");

    /// <summary>Ends before the next one starts.</summary>
    public bool IsPlainInit => IsInit && Json.Text("restartPolicy") != "Always";

    public JsonElement Security => Json.Get("securityContext");
}
