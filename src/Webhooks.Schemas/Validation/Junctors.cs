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

        if (schema.Not is { } not && !checks.IsOfAnotherType(value, not) && Try(value, not).IsValid)
        {
            findings.Add(Fails(path, "must not validate the schema (not)"));
        }

        findings.Pass();
    }

    private void CheckAny(JsonValue value, IReadOnlyList<Schema> schemas, ValuePath path, Findings findings)
    {
        Findings?[] tried = new Findings?[schemas.Count];
        for (int i = 0; i < tried.Length; i++)
        {
            if (TryUnlessOther(value, schemas[i]) is { } found)
            {
                tried[i] = found;
                if (found.IsValid)
                {
                    findings.Add(found);
                    return;
                }
            }
        }

        findings.Add(Fails(path, "must validate at least one schema (anyOf)"));
        findings.Add(Best(value, schemas, tried));
    }

    private void CheckOne(JsonValue value, IReadOnlyList<Schema> schemas, ValuePath path, Findings findings)
    {
        Findings?[] tried = new Findings?[schemas.Count];
        Findings? first = null;
        int valid = 0;
        for (int i = 0; i < tried.Length; i++)
        {
            tried[i] = TryUnlessOther(value, schemas[i]);
            if (tried[i]?.IsValid == true)
            {
                valid++;
                first ??= tried[i];
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
            findings.Add(Best(value, schemas, tried));
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

    /// <summary>What the value breaks of a schema; <c>null</c> where that is the type: nobody may ask for the words.</summary>
    private Findings? TryUnlessOther(JsonValue value, Schema schema) => checks.IsOfAnotherType(value, schema) ? null : Try(value, schema);

    /// <summary>Of schemas that all fail, the first that passed most.</summary>
    private Findings Best(JsonValue value, IReadOnlyList<Schema> schemas, Findings?[] tried)
    {
        Findings best = tried[0] ?? Try(value, schemas[0]);
        for (int i = 1; i < tried.Length; i++)
        {
            Findings found = tried[i] ?? Try(value, schemas[i]);
            best = found.Passed > best.Passed ? found : best;
        }

        return best;
    }

    private Findings Try(JsonValue value, Schema schema)
    {
        Findings found = new();
        checks.Check(value, schema, null, found);
        return found;
    }

    private Failure Fails(ValuePath path, string what) => text.WithoutField($"{GoString.Quote(path.ToString())} {what}");
}
