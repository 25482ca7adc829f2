using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>
/// Range, bounds and factor of a number. An int64 is compared with bounds cut to int64, a float64 exactly; a bound that
/// the schema's type can't hold fails for every value. Source: <c>numberValidator</c> of kube-openapi.
/// </summary>
internal sealed class NumberChecks(FailureText text)
{
    public void Check(JsonValue literal, Schema schema, WantedType wanted, ValuePath path, Findings findings)
    {
        DecodedNumber value = DecodedNumber.Of(literal);
        Kind kind = KindOf(wanted);
        if (!kind.Holds(value))
        {
            findings.Add(OutOfRange("Checked", kind, path));
        }

        SchemaBounds bounds = schema.Bounds;
        if (bounds.MultipleOf is { } factor)
        {
            CheckFactor(value, factor, Fits(factor, "MultipleOf", kind, path, findings), path, findings);
        }

        if (bounds.Minimum is { } minimum)
        {
            bool asInteger = Fits(minimum, "Minimum boundary", kind, path, findings) && value.IsInteger;
            int order = asInteger ? value.Integer.CompareTo(DecodedNumber.Truncate(minimum)) : value.Real.CompareTo(minimum);
            if (order < 0 || (order == 0 && bounds.IsMinimumExclusive))
            {
                Breaks(value, asInteger, bounds.IsMinimumExclusive ? "should be greater than" : "should be greater than or equal to", minimum, path, findings);
            }
        }

        if (bounds.Maximum is { } maximum)
        {
            bool asInteger = Fits(maximum, "Maximum boundary", kind, path, findings) && value.IsInteger;
            int order = asInteger ? value.Integer.CompareTo(DecodedNumber.Truncate(maximum)) : value.Real.CompareTo(maximum);
            if (order > 0 || (order == 0 && bounds.IsMaximumExclusive))
            {
                Breaks(value, asInteger, bounds.IsMaximumExclusive ? "should be less than" : "should be less than or equal to", maximum, path, findings);
            }
        }

        findings.Pass();
    }

    private static Kind KindOf(WantedType wanted) => (wanted.IsIntOrString, wanted.Type, wanted.Format) switch
    {
        (false, SchemaType.Integer, "int32" or "int64") => new("integer", wanted.Format),
        (false, SchemaType.Integer, _) => new("integer", ""),
        (false, SchemaType.Number, "float" or "double") => new("number", wanted.Format),
        _ => new("number", ""),
    };

    private void CheckFactor(DecodedNumber value, double factor, bool fits, ValuePath path, Findings findings)
    {
        if (fits && value.IsInteger)
        {
            long whole = DecodedNumber.Truncate(factor);
            if (whole <= 0)
            {
                findings.Add(text.FactorNotPositive(path.ToString(), whole));
            }
            else if (value.Integer % whole != 0)
            {
                findings.Add(text.Breaks(path.ToString(), value.Integer, $"should be a multiple of {whole}"));
            }
        }
        else if (factor <= 0)
        {
            findings.Add(text.FactorNotPositive(path.ToString(), factor));
        }
        else if (!JsonTypes.IsIntegral(factor < 1 ? 1 / factor * value.Real : value.Real / factor))
        {
            findings.Add(text.Breaks(path.ToString(), value.Real, $"should be a multiple of {GoNumber.General(factor)}"));
        }
    }

    private bool Fits(double bound, string what, Kind kind, ValuePath path, Findings findings)
    {
        bool fits = kind.Holds(bound);
        if (!fits)
        {
            findings.Add(OutOfRange(what, kind, path));
        }

        return fits;
    }

    private Failure OutOfRange(string what, Kind kind, ValuePath path)
    {
        string format = kind.Format.Length == 0 ? "(default format)" : $"with format {kind.Format}";
        return text.WithoutField($"{what} value must be of type {kind.Type} {format} in {path}");
    }

    private void Breaks(DecodedNumber value, bool asInteger, string what, double bound, ValuePath path, Findings findings)
    {
        string limit = asInteger ? $"{what} {DecodedNumber.Truncate(bound)}" : $"{what} {GoNumber.General(bound)}";
        findings.Add(text.Breaks(path.ToString(), asInteger ? (BadValue)value.Integer : value.Real, limit));
    }

    /// <summary>The numbers that a type and format can hold.</summary>
    private readonly record struct Kind(string Type, string Format)
    {
        public bool Holds(DecodedNumber value) => value.IsInteger
            ? Format != "int32" || value.Integer is >= int.MinValue and <= int.MaxValue
            : Holds(value.Real);

        /// <summary>Go asks this of the shortest text: that of -2^63 is out of range.</summary>
        public bool Holds(double real)
        {
            if (Type == "number")
            {
                return Format != "float" || float.IsFinite(float.Parse(GoNumber.Decimal(real), CultureInfo.InvariantCulture));
            }

            return long.TryParse(GoNumber.Decimal(real), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
                && (Format != "int32" || integer is >= int.MinValue and <= int.MaxValue);
        }
    }
}
