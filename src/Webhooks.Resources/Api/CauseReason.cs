namespace Webhooks.Resources.Api;

/// <summary>The words that <see cref="StatusCause.Reason"/> usually is, as <c>metav1.CauseType</c> has them.</summary>
public static class CauseReason
{
    /// <summary>What a field refers to is not there.</summary>
    public const string NotFound = "FieldValueNotFound";

    /// <summary>A field is missing or empty.</summary>
    public const string Required = "FieldValueRequired";

    /// <summary>A value that must be unique is there twice.</summary>
    public const string Duplicate = "FieldValueDuplicate";

    /// <summary>A value is malformed or out of bounds.</summary>
    public const string Invalid = "FieldValueInvalid";

    /// <summary>A value is none of those known.</summary>
    public const string NotSupported = "FieldValueNotSupported";

    /// <summary>A value would be well elsewhere, not here.</summary>
    public const string Forbidden = "FieldValueForbidden";

    /// <summary>A text is too long.</summary>
    public const string TooLong = "FieldValueTooLong";

    /// <summary>A list has too many items.</summary>
    public const string TooMany = "FieldValueTooMany";

    /// <summary>A value is not of the schema's type.</summary>
    public const string TypeInvalid = "FieldValueTypeInvalid";

    /// <summary>An internal fault.</summary>
    public const string Internal = "InternalError";

    /// <summary>The answer was none of an API server: a proxy's, perhaps.</summary>
    public const string UnexpectedServerResponse = "UnexpectedServerResponse";

    /// <summary>Another client manages the field (server-side apply).</summary>
    public const string FieldManagerConflict = "FieldManagerConflict";

    /// <summary>The resource version asked for is newer than all that the server has seen.</summary>
    public const string ResourceVersionTooLarge = "ResourceVersionTooLarge";
}
