using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Collects what is wrong with a template, in the API server's words and with a remedy.</summary>
/// <remarks>A remedy is what a person does about it, without the semicolon before it; empty where the words say it.</remarks>
internal sealed class Findings(TemplateText text, List<TemplateProblem> problems)
{
    /// <summary>How many problems one template reports; what follows is hardly of another kind.</summary>
    private const int Most = 100;

    /// <summary>What is malformed: of a value that could not be read no rule says that it is missing.</summary>
    private readonly HashSet<int> _malformed = [];

    /// <summary>True when nothing more is reported.</summary>
    public bool IsFull => problems.Count > Most;

    public void Required(Field field, string detail = "", string remedy = "")
    {
        if (!IsFull)
        {
            Add(field, FieldError.Required(field.Path, detail), remedy);
        }
    }

    public void Invalid(Field field, string detail, string remedy = "")
    {
        if (!IsFull)
        {
            Add(field, FieldError.Invalid(field.Path, Shown(field), detail), remedy);
        }
    }

    /// <summary>One problem for each of <paramref name="details"/>.</summary>
    public void Invalid(Field field, IReadOnlyList<string> details)
    {
        for (int i = 0; i < details.Count; i++)
        {
            Invalid(field, details[i]);
        }
    }

    public void Forbidden(Field field, string detail, string remedy = "")
    {
        if (!IsFull)
        {
            Add(field, FieldError.Forbidden(field.Path, detail), remedy);
        }
    }

    /// <summary>A value that another field has, too.</summary>
    public void Duplicate(Field field, string value, Field other)
    {
        if (!IsFull)
        {
            Add(field, FieldError.Duplicate(field.Path, Shortened.Of(value)), $"{other.Path} has it too, change one of them");
        }
    }

    public void NotFound(Field field, string remedy)
    {
        if (!IsFull)
        {
            Add(field, FieldError.NotFound(field.Path, Shown(field)), remedy);
        }
    }

    public void TooLong(Field field, int bytes)
    {
        if (!IsFull)
        {
            Add(field, FieldError.TooLong(field.Path, bytes), "");
        }
    }

    /// <summary>A string that is none of those that the API server knows.</summary>
    public void NotSupported(Field field, IReadOnlyList<string> supported)
    {
        if (!IsFull)
        {
            string remedy = NearestName.Find(field.Text, supported) is { } nearest ? $"did you mean \"{nearest}\"?" : "";
            Add(field, FieldError.NotSupported(field.Path, Shown(field), supported), remedy);
        }
    }

    /// <summary>A field that is not of the form of such fields.</summary>
    public void Malformed(Field field, string message)
    {
        if (!IsFull)
        {
            Report(field, $"{field.Path}: {message}");
            _malformed.Add(field.Anchor.Row);
        }
    }

    /// <summary>What is wrong with the template as a whole, unless something else is.</summary>
    public void Whole(Field root, string message)
    {
        if (problems.Count == 0)
        {
            problems.Add(text.At(root.Anchor, message));
        }
    }

    private static BadValue Shown(Field field) => field.Value.Kind switch
    {
        JsonKind.String => Shortened.Of(field.Text),
        JsonKind.Object or JsonKind.Array => "",
        JsonKind.Missing => BadValue.Json("null"),
        _ => BadValue.Json(Shortened.Of(field.Value.ToString())),
    };

    private void Add(Field field, StatusCause cause, string remedy)
    {
        if (!_malformed.Contains(field.Anchor.Row))
        {
            Report(field, cause + (remedy.Length == 0 ? "" : "; " + remedy));
        }
    }

    private void Report(Field field, string message) => problems.Add(
        text.At(field.Anchor, problems.Count < Most ? message : $"there are more than {Most} problems; the others are not shown"));
}
