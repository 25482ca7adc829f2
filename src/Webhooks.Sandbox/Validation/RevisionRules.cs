using Webhooks.Resources.Api;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of ControllerRevisions: they hold what they were made for. Source: <c>pkg/apis/apps/validation</c>.</summary>
internal static class RevisionRules
{
    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Create = (value, causes) =>
        {
            if (value["data"u8].IsAbsent)
            {
                causes.Add(FieldError.Required("data", "data is mandatory"));
            }

            FieldRules.NonNegative(value["revision"u8], "revision", causes);
        },
        Update = (value, old, causes) => FixedField.Check(value["data"u8], old["data"u8], "data", causes),
    };
}
