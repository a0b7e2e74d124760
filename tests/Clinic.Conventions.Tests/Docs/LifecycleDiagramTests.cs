using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Lots;

namespace Clinic.Conventions.Tests.Docs;

/// <summary>The diagrams in the docs are the machines in the code.</summary>
public sealed partial class LifecycleDiagramTests
{
    [Fact]
    public void The_diagram_of_a_lot_has_exactly_the_edges_of_its_machine()
    {
        var drawn = Edge().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "pharmacy.md")))
            .Select(m => (m.Groups[1].Value, m.Groups[3].Value, m.Groups[2].Value));

        Assert.Equal(Edges().Order(), drawn.Order());
    }

    private static IEnumerable<(string From, string Trigger, string To)> Edges()
    {
        var lot = new LotId(Guid.Parse("01900000-0000-7000-8000-000000000001"));
        foreach (var status in Enum.GetValues<LotStatus>())
        {
            foreach (var trigger in Enum.GetValues<LotTrigger>())
            {
                if (LotLifecycle.Allowed(status).Contains(trigger)) yield return ($"{status}", $"{trigger}", $"{LotLifecycle.Next(lot, status, trigger)}");
                else Assert.Equal(PharmacyRules.LotTransitionRefused, Assert.Throws<PharmacyException>(() => LotLifecycle.Next(lot, status, trigger)).Code);
            }
        }
    }

    [GeneratedRegex(@"^ +(\w+) --> (\w+) : (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Edge();
}
