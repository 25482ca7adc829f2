using Webhooks.Resources.Names;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Requests and limits are of known resources, not negative, and no request is above its limit.</summary>
internal static class ResourceRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field resources in template.Containers.Select(container => container.Field["resources"]).Where(resources => resources.IsSet))
        {
            CheckAmounts(resources["limits"], findings);
            CheckAmounts(resources["requests"], findings);
            CheckLimits(resources, findings);
            HashSet<string> names = [.. resources["limits"].Entries().Concat(resources["requests"].Entries()).Where(entry => entry.Value.IsSet).Select(entry => entry.Key)];
            if (names.Any(ResourceName.IsHugePages) && !names.Contains("cpu") && !names.Contains("memory"))
            {
                findings.Forbidden(resources, "HugePages require cpu or memory", "request one of them too");
            }
        }
    }

    private static void CheckAmounts(Field amounts, Findings findings)
    {
        foreach ((string key, Field name, Field value) in amounts.Entries())
        {
            CheckName(key, name, findings);
            if (!FieldQuantity.TryRead(value, out Quantity quantity))
            {
                continue;
            }

            if (quantity.Sign < 0)
            {
                findings.Invalid(value, "must be greater than or equal to 0");
            }
            else if (ResourceName.IsExtended(key) && !FieldQuantity.IsWhole(quantity))
            {
                findings.Invalid(value, "must be an integer");
            }
            else if (ResourceName.IsHugePages(key) && !IsMultiple(quantity, ResourceName.PageSize(key)))
            {
                findings.Invalid(value, $"is not positive integer multiple of {Shortened.Of(key)}");
            }
        }
    }

    private static void CheckName(string key, Field name, Findings findings)
    {
        IReadOnlyList<string> problems = QualifiedName.Problems(key);
        if (problems.Count > 0)
        {
            findings.Invalid(name, problems);
        }
        else if (!key.Contains('/', StringComparison.Ordinal))
        {
            if (!ResourceName.IsStandard(key))
            {
                findings.Invalid(name, "must be a standard resource for containers", "use cpu, memory, ephemeral-storage, hugepages-<size> or a name with a domain");
            }
        }
        else if (!ResourceName.IsNative(key) && !ResourceName.IsExtended(key))
        {
            findings.Invalid(name, "doesn't follow extended resource name standard");
        }
    }

    private static void CheckLimits(Field resources, Findings findings)
    {
        foreach ((string key, _, Field value) in resources["requests"].Entries())
        {
            if (!FieldQuantity.TryRead(value, out Quantity request))
            {
                continue;
            }

            Field limits = resources["limits"];
            bool mayDiffer = ResourceName.AllowsOvercommit(key);
            if (!FieldQuantity.TryRead(limits[key], out Quantity limit))
            {
                if (!mayDiffer)
                {
                    findings.Required(limits, "Limit must be set for non overcommitable resources", $"add {Shortened.Of(key)}: {request}");
                }
            }
            else if (!mayDiffer && FieldQuantity.Compare(request, limit) != 0)
            {
                findings.Invalid(value, $"must be equal to {Shortened.Of(key)} limit of {limit}");
            }
            else if (FieldQuantity.Compare(request, limit) > 0)
            {
                findings.Invalid(value, $"must be less than or equal to {Shortened.Of(key)} limit of {limit}");
            }
        }
    }

    private static bool IsMultiple(Quantity quantity, ReadOnlySpan<char> pageSize) =>
        Quantity.TryParse(pageSize, out Quantity page) && page.Sign > 0 && FieldQuantity.IsWhole(page) && quantity.Value % page.Value == 0;
}
