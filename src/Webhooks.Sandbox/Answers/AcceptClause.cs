using System.Globalization;

namespace Webhooks.Sandbox.Answers;

/// <summary>One clause of an <c>Accept</c> header: <c>application/json;as=Table;v=v1;g=meta.k8s.io;q=0.9</c>.</summary>
/// <remarks>As <c>github.com/munnerz/goautoneg</c>, which passes over what it cannot read.</remarks>
/// <param name="Type">The part before the slash; <c>*</c> for any.</param>
/// <param name="SubType">The part behind it; <c>*</c> for any.</param>
/// <param name="Quality">How much it is wanted; 1 for most.</param>
/// <param name="Parameters">All other parameters.</param>
internal sealed record AcceptClause(string Type, string SubType, double Quality, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The type as it stands in the header.</summary>
    public string MediaType => $"{Type}/{SubType}";

    /// <summary>The clauses of a header that can be read, the most wanted first.</summary>
    public static List<AcceptClause> Read(string header)
    {
        List<AcceptClause> clauses = [];
        foreach (AcceptClause clause in header.Split(',').Select(Parse).OfType<AcceptClause>())
        {
            // Go's sort, of as few as this: what "goes before" says is no order, so that it matters how it is asked.
            int place = clauses.Count;
            while (place > 0 && clause.GoesBefore(clauses[place - 1]))
            {
                place--;
            }

            clauses.Insert(place, clause);
        }

        return clauses;
    }

    /// <summary>A parameter; empty for none.</summary>
    public string Parameter(string name) => Parameters.GetValueOrDefault(name, "");

    private static AcceptClause? Parse(string text)
    {
        string[] parts = text.Trim(' ').Split(';');
        if (parts[0].Split('/') is not [var type, .. var more] || more.Length > 1)
        {
            return null;
        }

        type = type.Trim(' ');
        if (more is [] or [""])
        {
            return type == "*" ? Of(type, type, parts) : null;
        }

        return Of(type, more[0].Trim(' '), parts);
    }

    private static AcceptClause Of(string type, string subType, string[] parts)
    {
        if (parts.Length == 1)
        {
            return new AcceptClause(type, subType, 1, None);
        }

        double quality = 1;
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        foreach (string part in parts.Skip(1))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value])
            {
                continue;
            }

            if (name.Trim(' ') == "q")
            {
                const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
                quality = double.TryParse(value, Float, CultureInfo.InvariantCulture, out double number) ? number : 0;
            }
            else
            {
                parameters[name.Trim(' ')] = value.Trim(' ');
            }
        }

        return new AcceptClause(type, subType, quality, parameters);
    }

    private bool GoesBefore(AcceptClause other) =>
        Quality > other.Quality || (Type != "*" && other.Type == "*") || (SubType != "*" && other.SubType == "*");
}
