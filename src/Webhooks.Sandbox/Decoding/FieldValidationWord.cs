using Webhooks.Resources.Api;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Decoding;

/// <summary>The word that a query has for <see cref="FieldValidation"/>.</summary>
internal static class FieldValidationWord
{
    private static readonly string[] Supported = ["", "Ignore", "Strict", "Warn"];

    /// <summary>True, with what <paramref name="word"/> means; else the cause that a Status names, of <c>CreateOptions</c> and the like.</summary>
    public static bool TryRead(string? word, out FieldValidation validation, out StatusCause problem)
    {
        problem = default;
        switch (word ?? "")
        {
            case "" or "Warn":
                validation = FieldValidation.Warn;
                return true;
            case "Ignore":
                validation = FieldValidation.Ignore;
                return true;
            case "Strict":
                validation = FieldValidation.Strict;
                return true;
            default:
                validation = default;
                problem = FieldError.NotSupported("fieldValidation", word!, Supported);
                return false;
        }
    }
}
