using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of ports, by number or by name.</summary>
internal static class PortRules
{
    private const string OutOfRange = "must be between 1 and 65535, inclusive";

    /// <summary>A number from 1 to 65535; none is 0.</summary>
    public static void Number(JsonValue value, string field, List<StatusCause> causes)
    {
        long number = value.TryGetInt64(out long given) ? given : 0;
        if (number is < 1 or > 65535)
        {
            causes.Add(FieldError.Invalid(field, number, OutOfRange));
        }
    }

    /// <summary>A number from 1 to 65535, or the name of a port.</summary>
    public static void NumberOrName(JsonValue value, string field, List<StatusCause> causes)
    {
        if (value.Kind == JsonKind.String)
        {
            FieldRules.Text(value, field, PortName.Problems, causes);
        }
        else
        {
            Number(value, field, causes);
        }
    }
}
