using System.Text.Json.Serialization.Metadata;
using Webhooks.Client.Objects;

namespace Webhooks.Shared.Reconciling;

/// <summary>A kind that is there for tests, with a status.</summary>
internal sealed record Widget : IKubernetesObject<Widget>
{
    public static ResourceType Resource { get; } = new("example.com", "v1", "widgets", "Widget", IsNamespaced: true);

    public static JsonTypeInfo<Widget> Json => WidgetJson.Default.Widget;

    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public WidgetStatus Status { get => field; init => field = value ?? new WidgetStatus(); } = new();
}
