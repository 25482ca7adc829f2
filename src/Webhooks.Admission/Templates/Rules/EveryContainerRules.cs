namespace Webhooks.Admission.Templates.Rules;

/// <summary>The container named <c>*</c> adds variables and mounts to the containers of others, and nothing else; once in a list.</summary>
internal static class EveryContainerRules
{
    private static readonly string[] Added = ["env", "envFrom", "volumeMounts"];
    private static readonly string Names = string.Join(", ", Added);

    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<bool, Field> names = [];
        foreach (ContainerField every in template.EveryContainer)
        {
            Field name = every.Field["name"];
            if (!names.TryAdd(every.IsInit, name))
            {
                findings.Duplicate(name, name.Text, names[every.IsInit]);
            }

            foreach ((_, Field key, _) in every.Field.Members().Where(member => member.Value.IsSet && member.Name != "name" && !Added.Contains(member.Name)))
            {
                findings.Forbidden(key, $"the container \"*\" stands for containers of others, to which it adds {Names}", "move it to a container with a name");
            }

            if (Added.All(list => every.Field[list].Count == 0))
            {
                findings.Required(every.Field, $"the container \"*\" adds {Names}", "give it one of them, or remove it");
            }
        }
    }
}
