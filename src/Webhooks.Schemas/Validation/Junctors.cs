using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Validation;

/// <summary>
/// <c>anyOf</c>, <c>oneOf</c>, <c>allOf</c> and <c>not</c>. Of schemas that all fail, the failures of the one that passed most checks are
/// reported. What is unchanged counts here like anything else. Source: <c>schemaPropsValidator</c> of kube-openapi.
/// </summary>
internal sealed class Junctors(ValueChecks checks, FailureText text)
{
    public void Check(JsonValue value, Schema schema, ValuePath path, Findings findings)
    {
        if (schema.AnyOf.Count > 0)
        {
            CheckAny(value, schema.AnyOf, path, findings);
        }

        if (schema.OneOf.Count > 0)
        {
            CheckOne(value, schema.OneOf, path, findings);
        }

        if (schema.AllOf.Count > 0)
        {
            CheckAll(value, schema.AllOf, path, findings);
        }

        if (schema.Not is { } not && Try(value, not).IsValid)
        {
            findings.Add(Fails(path, "must not validate the schema (not)"));
        }

        findings.Pass();
    }

    private void CheckAny(JsonValue value, IReadOnlyList<Schema> schemas, ValuePath path, Findings findings)
    {
        Findings? best = null;
        foreach (Schema schema in schemas)
        {
            Findings found = Try(value, schema);
            if (found.IsValid)
            {
                findings.Add(found);
                return;
            }

            best = best == null || found.Passed > best.Passed ? found : best;
        }

        findings.Add(Fails(path, "must validate at least one schema (anyOf)"));
        findings.Add(best!);
    }

    private void CheckOne(JsonValue value, IReadOnlyList<Schema> schemas, ValuePath path, Findings findings)
    {
        Findings? best = null;
        Findings? first = null;
        int valid = 0;
        foreach (Schema schema in schemas)
        {
            Findings found = Try(value, schema);
            if (found.IsValid)
            {
                valid++;
                first ??= found;
            }
            else if (valid == 0 && (best == null || found.Passed > best.Passed))
            {
                best = found;
            }
        }

        if (valid == 1)
        {
            findings.Add(first!);
            return;
        }

        string count = valid == 0 ? "Found none valid" : $"Found {valid} valid alternatives";
        findings.Add(Fails(path, $"must validate one and only one schema (oneOf). {count}"));
        if (valid == 0)
        {
            findings.Add(best!);
        }
    }

    private void CheckAll(JsonValue value, IReadOnlyList<Schema> schemas, ValuePath path, Findings findings)
    {
        int valid = 0;
        foreach (Schema schema in schemas)
        {
            Findings found = Try(value, schema);
            valid += found.IsValid ? 1 : 0;
            findings.Add(found);
        }

        if (valid != schemas.Count)
        {
            findings.Add(Fails(path, "must validate all the schemas (allOf)" + (valid == 0 ? ". None validated" : "")));
        }
    }

    private Findings Try(JsonValue value, Schema schema)
    {
        Findings found = new();
        checks.Check(value, schema, null, found);
        return found;
    }

    private Failure Fails(ValuePath path, string what) => text.WithoutField($"{GoString.Quote(path.ToString())} {what}");
}
