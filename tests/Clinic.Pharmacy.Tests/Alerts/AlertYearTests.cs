using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Clinic.Pharmacy.Tests.Alerts.AlertKit;

namespace Clinic.Pharmacy.Tests.Alerts;

/// <summary>A small pharmacy over a year, day by day, with scans that die, run twice at once and see the clock go back.</summary>
public sealed class AlertYearTests
{
    private static readonly int[] Levels = [90, 30, 7, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_expected_alert_is_raised_exactly_once(int seed)
    {
        var h = new Hospital(more: s =>
        {
            s.AddSingleton<DyingConsumption>();
            s.AddSingleton<IConsumptionStore>(p => p.GetRequiredService<DyingConsumption>());
            s.Configure<AlertOptions>(o => o.PresentationsPerRun = 2);
        });
        var random = new Random(seed);
        var year = new Year(h);
        for (var i = 0; i < 3; i++) year.Products.Add(await h.PresentationAsync($"P{i}"));
        for (var day = 0; day < 365; day++)
        {
            await year.DayAsync(random, day);
            await ScansAsync(h, random);
            await year.ExpectAsync();
            h.Clock.Advance(Duration.FromDays(1));
        }

        var alerts = await h.AlertsAsync();
        var expiry = alerts.Where(a => a.Cause.Kind == AlertKind.Expiry).ToList();
        Assert.Equal(year.Expiry.Order(StringComparer.Ordinal), expiry.Select(a => a.Cause.Key).Order(StringComparer.Ordinal));
        Assert.True(expiry.Count > 20);
        Assert.All(expiry, a => Assert.Equal(1, a.Episode));
        var low = alerts.Where(a => a.Cause.Kind == AlertKind.LowStock).ToList();
        Assert.Equal(year.LowTimes.Where(t => t.Value > 0).Select(t => (t.Key, t.Value)).OrderBy(t => t.Key.Value), low.GroupBy(a => a.Cause.About.Presentation!.Value).Select(g => (g.Key, g.Count())).OrderBy(t => t.Key.Value));
        Assert.True(low.Count > 5);
        Assert.Equal(alerts.Count, alerts.Select(a => (a.Cause.Key, a.Episode)).Distinct().Count());
        var told = (await h.EventsAsync()).Where(e => e.Type == PharmacyEvents.AlertRaised)
            .SelectMany(e => JsonSerializer.Deserialize<AlertsRaised>(e.Json, ClinicJson.Options)!.Alerts).ToList();
        Assert.Equal(alerts.Select(a => a.Id).OrderBy(a => a.Value), told.OrderBy(a => a.Value));
    }

    private static async Task ScansAsync(Hospital h, Random random)
    {
        var dying = h.Get<DyingConsumption>();
        if (random.Next(3) == 0)
        {
            dying.Left = random.Next(3);
            try
            {
                await h.ScanAsync();
            }
            catch (IOException)
            {
                // It goes on where it was.
            }

            dying.Left = null;
        }

        // Back over midnight for a moment: the scan does not follow.
        if (random.Next(10) == 0)
        {
            h.Clock.Advance(-Duration.FromHours(20));
            await h.ScanAsync();
            h.Clock.Advance(Duration.FromHours(20));
        }

        // However it stood, three pages of two cover three products and begin again.
        for (var run = 0; run < 4; run++)
        {
            if (random.Next(4) == 0) await Task.WhenAll(Apart.Run(() => h.ScanAsync()), Apart.Run(() => h.ScanAsync()));
            else await h.ScanAsync();
        }
    }

    /// <summary>The pharmacy's own books, kept apart from everything that is tested.</summary>
    private sealed class Year(Hospital h)
    {
        private readonly Dictionary<LotId, (PresentationId Product, LocalDate Expires, decimal OnHand)> lots = [];
        private readonly List<(PresentationId Product, LocalDate Day, decimal Issued)> issues = [];
        private readonly HashSet<(PresentationId, LocalDate)> inStock = [];
        private readonly HashSet<PresentationId> low = [];

        public List<Presentation> Products { get; } = [];

        public HashSet<string> Expiry { get; } = [];

        public Dictionary<PresentationId, int> LowTimes { get; } = [];

        private LocalDate Today => h.Site.DateOf(h.Clock.Now);

        public async Task DayAsync(Random random, int day)
        {
            foreach (var p in Products)
            {
                if (lots.Values.Any(l => l.Product == p.Id && l.OnHand > 0)) inStock.Add((p.Id, Today));
                if (day == 0 || random.Next(20) == 0)
                {
                    var (quantity, expires) = (random.Next(20, 120), Today.PlusDays(random.Next(5, 200)));
                    lots.Add(await h.LotAsync(p, quantity, $"L{day}", expires), (p.Id, expires, quantity));
                    inStock.Add((p.Id, Today));
                }

                var usable = lots.Where(l => l.Value.Product == p.Id && l.Value.Expires >= Today && l.Value.OnHand > 0).OrderBy(l => l.Value.Expires).ThenBy(l => l.Key.Value).ToList();
                if (usable.Count == 0 || random.Next(5) == 0) continue;
                var (lot, it) = (usable[0].Key, usable[0].Value);
                var asked = Math.Min(it.OnHand, random.Next(1, 8));
                await h.Issuing.IssueAsync(h.As(), h.Issue(p, asked, lot), Ct);
                lots[lot] = it with { OnHand = it.OnHand - asked };
                issues.Add((p.Id, Today, asked));
            }
        }

        public Task ExpectAsync()
        {
            foreach (var (lot, it) in lots.Where(l => l.Value.OnHand > 0))
            {
                var left = Period.DaysBetween(Today, it.Expires);
                if (Levels.Where(l => left <= l).Order().Cast<int?>().FirstOrDefault() is { } level) Expiry.Add($"expiry/{lot}/{h.Store}/{level}");
            }

            foreach (var p in Products.Select(p => p.Id))
            {
                var first = Today.PlusDays(-90);
                var days = Enumerable.Range(0, 90).Count(d => inStock.Contains((p, first.PlusDays(d))));
                var onHand = lots.Values.Where(l => l.Product == p && l.Expires >= Today).Sum(l => l.OnHand);
                var used = issues.Where(i => i.Product == p && i.Day >= first && i.Day < Today).Sum(i => i.Issued);
                var isLow = days > 0 && used > 0 && onHand < 7 * (used / days);
                if (isLow && low.Add(p)) LowTimes[p] = LowTimes.GetValueOrDefault(p) + 1;
                if (!isLow && !(onHand == 0 && days == 0)) low.Remove(p);
            }

            return Task.CompletedTask;
        }
    }
}
