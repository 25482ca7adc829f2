using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Validation;

/// <summary>Words what breaks a schema, as kube-openapi and the API server do.</summary>
/// <param name="prefix">The path of the value that is checked; <c>null</c> for a whole object.</param>
internal sealed class FailureText(string? prefix)
{
    /// <summary>Where the API server has no path for a cause.</summary>
    private const string NoField = "<nil>";

    /// <summary>A value of another type or format; <paramref name="actual"/> is its type, or the text.</summary>
    public Failure WrongType(string path, string expected, string actual)
    {
        string text = $"{path} in body must be of type {expected}: {GoString.Quote(actual)}";
        return new(text, FieldError.TypeInvalid(Field(path), actual, text));
    }

    /// <summary>A value that breaks a limit; <paramref name="what"/> says which: <c>should match '^a'</c>.</summary>
    public Failure Breaks(string path, BadValue value, string what)
    {
        string text = $"{path} in body {what}";
        return new(text, FieldError.Invalid(Field(path), value, text));
    }

    /// <summary>A factor that no number can be a multiple of.</summary>
    public Failure FactorNotPositive(string path, BadValue factor)
    {
        string text = $"factor MultipleOf declared for {path} must be positive: {factor}";
        return new(text, FieldError.Invalid(Field(path), factor, text));
    }

    public Failure TooLong(string path, long most) =>
        new($"{path} in body should be at most {most} chars long", FieldError.TooLong(Field(path), most));

    public Failure TooManyItems(string path, long count, long most) =>
        new($"{path} in body should have at most {most} items", FieldError.TooMany(Field(path), count, most));

    public Failure TooManyProperties(string path, long count, long most) =>
        new($"{path} in body should have at most {most} properties", FieldError.TooMany(Field(path), count, most));

    public Failure Missing(string path) => new($"{path} in body is required", FieldError.Required(Field(path)));

    public Failure NotAllowed(string path, string name)
    {
        string text = $"{path}.{name} in body is a forbidden property";
        return new(text, FieldError.Invalid(Field(path), name, text));
    }

    public Failure NotInEnum(string path, BadValue value, Enumeration allowed) =>
        new(path, FieldError.NotSupported(Field(path), value, allowed.Supported), allowed.What);

    /// <summary>A failure that the API server knows no path of: its text has it.</summary>
    public Failure WithoutField(string text) => new(text, FieldError.Invalid(prefix ?? NoField, "", text));

    private string Field(string path)
    {
        string name = path is "." ? "" : path.StartsWith('.') ? path[1..] : path;
        return name.Length == 0 ? prefix ?? NoField : prefix == null ? name : $"{prefix}.{name}";
    }
}
