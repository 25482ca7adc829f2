using FsCheck;
using FsCheck.Fluent;
using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

/// <summary>Random histories of a folder, held against a model that knows one template and one rule at a time.</summary>
public sealed class RetentionProperties
{
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Texts =
        ["", "containers: [{name: a, image: 'i:1'}]", "containers: [{name: a, image: 'i:2'}]", "containers: [{name: a}]"];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_history_ends_where_the_rules_say() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(seed => Draw(new Random(seed))).ToArbitrary(), Holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Step[] Draw(Random random) => [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => new Step(
        [.. Names.Select(_ => random.Next(Texts.Length))], random.Next(8) == 0, random.Next(8) != 0, random.Next(7)))];

    private static bool Holds(Step[] history)
    {
        RetainedTemplates state = RetainedTemplates.None;
        Dictionary<string, Modelled> model = Names.ToDictionary(name => name, _ => new Modelled());
        int minutes = 0;
        foreach (Step step in history)
        {
            minutes += step.Minutes;
            DateTimeOffset now = Start.AddMinutes(minutes);
            (string, string)[] files = [.. Names.Zip(step.Texts, (name, text) => ($"{name}.yaml", Texts[text])), ("notes.yaml", step.IsUnreadable ? "- 1\n---\n[" : "")];
            TemplateSet before = state.Templates;
            (state, TemplateChanges changes) = state.After(TemplateFiles.Load(files), step.IsWhole, now);
            foreach ((string name, int text) in Names.Zip(step.Texts))
            {
                model[name].See(text, step.IsWhole && !step.IsUnreadable, minutes);
                Assert.Equal(model[name].Good == 0 ? null : $"i:{model[name].Good}", ImageOf(state.Templates.Find(name)));
                Assert.Equal(model[name].IsInvalid, state.Templates.IsInvalid(name));
                Assert.Equal(model[name].MissingSince, state.MissingSince.TryGetValue(name, out DateTimeOffset since) ? (int)(since - Start).TotalMinutes : null);
                Assert.Equal(before.Find(name) == null && model[name].Good > 0, changes.Added.Any(template => template.Name == name));
                Assert.Equal(before.Find(name) != null && model[name].Good == 0, changes.Dropped.Contains(name));
            }

            bool isSame = Names.All(name => before.Find(name) == state.Templates.Find(name) && before.IsInvalid(name) == state.Templates.IsInvalid(name));
            Assert.True(!isSame || before == state.Templates || before.IsInvalid("notes") != state.Templates.IsInvalid("notes"));
        }

        return true;
    }

    private static string? ImageOf(InjectionTemplate? template) => template?.Content["containers"u8].Items().Single()["image"u8].AsString();

    /// <param name="Texts">What stands in the file of each name: none, a first and a second version, a broken one.</param>
    /// <param name="IsUnreadable">Whether a document is there that nobody can read.</param>
    /// <param name="IsWhole">Whether all files could be read.</param>
    /// <param name="Minutes">How long after the look before.</param>
    private sealed record Step(int[] Texts, bool IsUnreadable, bool IsWhole, int Minutes);

    /// <summary>One template as the design has it.</summary>
    private sealed class Modelled
    {
        public int Good { get; private set; }

        public bool IsInvalid { get; private set; }

        public int? MissingSince { get; private set; }

        public void See(int text, bool isCertain, int minutes)
        {
            if (text is 1 or 2)
            {
                (Good, IsInvalid, MissingSince) = (text, false, null);
            }
            else if (text == 3)
            {
                (IsInvalid, MissingSince) = (Good == 0, null);
            }
            else if (!isCertain)
            {
                MissingSince = null;
            }
            else
            {
                IsInvalid = false;
                MissingSince ??= Good > 0 ? minutes : null;
                if (MissingSince + 10 <= minutes)
                {
                    (Good, MissingSince) = (0, null);
                }
            }
        }
    }
}
