using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Counts objects that had a name in quotas before all objects could be counted: <c>secrets</c> beside <c>count/secrets</c>.</summary>
internal sealed class AliasEvaluator(string plural) : Evaluator(new GroupResource("", plural))
{
    /// <inheritdoc />
    public override bool Tracks(string name) => name == Resource.Resource || base.Tracks(name);

    /// <inheritdoc />
    public override ResourceList Usage(JsonValue value, DateTimeOffset now) => new() { [CountName] = One, [Resource.Resource] = One };
}
