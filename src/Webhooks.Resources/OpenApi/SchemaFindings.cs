using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>Collects what is wrong with a document's schemas, up to a bound: the document may come from a stranger.</summary>
internal sealed class SchemaFindings
{
    private const int Most = 100;
    private readonly List<SchemaProblem> _problems = [];

    /// <summary>The problems in the document's order.</summary>
    public SchemaProblem[] InOrder() => [.. _problems.OrderBy(problem => problem.Place.Row)];

    /// <summary>A value that can't be decoded; <paramref name="expected"/> is such as "a string".</summary>
    public void Malformed(SchemaPath path, JsonValue value, string expected)
    {
        if (_problems.Count < Most)
        {
            Add(SchemaProblemKind.Malformed, FieldError.TypeInvalid(path.ToString(), BadValue.Json(JsonText.Shorten(value.RawText)), $"must be {expected}"), value);
        }
    }

    /// <summary>A member that the dialect has not.</summary>
    public void Unknown(SchemaPath path, JsonValue name)
    {
        if (_problems.Count < Most)
        {
            Add(SchemaProblemKind.UnknownMember, FieldError.Forbidden(path.ToString(), "unknown field"), name);
        }
    }

    /// <summary>What may not stand there.</summary>
    public void Forbidden(SchemaPath path, JsonValue place, string detail)
    {
        if (_problems.Count < Most)
        {
            Add(SchemaProblemKind.Refused, FieldError.Forbidden(path.ToString(), detail), place);
        }
    }

    /// <summary>What is missing; <paramref name="place"/> is what should hold it.</summary>
    public void Required(SchemaPath path, JsonValue place) =>
        Add(SchemaProblemKind.Refused, FieldError.Required(path.ToString()), place);

    /// <summary>A reference that leads nowhere.</summary>
    public void Unresolved(SchemaPath path, JsonValue place, string reference, string detail)
    {
        if (_problems.Count < Most)
        {
            StatusCause cause = detail.Length == 0 ? FieldError.NotFound(path.ToString(), reference) : FieldError.Invalid(path.ToString(), reference, detail);
            Add(SchemaProblemKind.Unresolved, cause, place);
        }
    }

    /// <summary>Anything else that the API server refuses.</summary>
    public void Refused(StatusCause cause, JsonValue place) => Add(SchemaProblemKind.Refused, cause, place);

    private void Add(SchemaProblemKind kind, StatusCause cause, JsonValue place)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new(kind, cause, place));
        }
    }
}
