using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Stock;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Finds every cause that holds for one presentation. Pure.</summary>
public static class AlertJudge
{
    // Comparable days are the same weekday, so a window of the average would hold too few of them.
    internal const int UnusualWindowDays = 12 * 7;

    /// <summary>The causes, each once.</summary>
    public static IReadOnlyList<AlertCause> Of(AlertScanInput input, AlertRuleBook book, AlertOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(options);
        var causes = new List<AlertCause>();
        foreach (var site in input.Sites)
        {
            var today = site.Site.DateOf(input.Now);
            var stores = site.Locations.Where(l => l is { Kind: LocationKind.Store, IsPickable: true }).ToList();
            foreach (var l in site.Locations.Where(l => l.Kind != LocationKind.Transit)) Expiry(causes, input, book, site.Site, l, today);
            // A rule that names a place judges the place; all the others judge the site as a whole.
            var groups = stores.Select(l => (Place: (Location?)l, At: (IReadOnlyList<Location>)[l])).Append((null, stores));
            foreach (var (place, at) in groups)
            {
                LowStockOf(causes, input, book, site.Site, place, at, today);
                ExpiryRiskOf(causes, input, book, site.Site, place, at, today);
            }

            foreach (var l in stores) Unusual(causes, input, book, options, site.Site, l, today);
        }

        return causes;
    }

    /// <summary>The cause of a discrepancy that was left open too long, or null.</summary>
    public static AlertCause? Of(OpenDiscrepancy open, Instant now, AlertRuleBook book)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(book);
        var by = book.For(AlertKind.DiscrepancyOpen, new(open.Presentation, null, null, null, open.Department, null));
        if (by is null || now - open.Opened < Duration.FromDays(by.Settings.OpenDays!.Value)) return null;
        return new($"discrepancy/{open.Key}", AlertKind.DiscrepancyOpen, AlertSeverity.Warning, new(Department: open.Department, Presentation: open.Presentation), by.Rule?.Id, true,
            [new("what", open.Kind), new("opened", InstantPattern.General.Format(open.Opened)), Number("openDays", by.Settings.OpenDays.Value)], []);
    }

    private static void Expiry(List<AlertCause> causes, AlertScanInput input, AlertRuleBook book, Site site, Location at, LocalDate today)
    {
        if (book.For(AlertKind.Expiry, Subject(input, at)) is not { } by) return;
        foreach (var s in input.Stock.Where(s => s.Location == at.Id && !s.OnHand.IsZero))
        {
            if (s.Lot.Expiration is not { } expiration || ExpiryLevels.Reached(expiration.Date, today, by.Settings.Levels!) is not { } level) continue;
            var left = ExpiryLevels.DaysLeft(expiration.Date, today);
            causes.Add(new(
                $"expiry/{s.Lot.Id}/{at.Id}/{level.ToString(CultureInfo.InvariantCulture)}", AlertKind.Expiry,
                left <= 0 ? AlertSeverity.Critical : left <= 30 ? AlertSeverity.Warning : AlertSeverity.Notice,
                new(site.Id, at.Department, at.Id, input.Presentation.Id, s.Lot.Id), by.Rule?.Id, true,
                [new("lot", s.Lot.Number.Text), new("expiry", expiration.ToString()), Number("daysLeft", left), Number("level", level), Number("onHand", s.OnHand.Value), Value(s.Value)], []));
        }
    }

    private static void LowStockOf(
        List<AlertCause> causes, AlertScanInput input, AlertRuleBook book, Site site, Location? place, IReadOnlyList<Location> at, LocalDate today)
    {
        if (For(book, AlertKind.LowStock, input, place) is not { } by) return;
        if (input.Presentation.IsRetired) return;
        var onHand = Usable(input, at, today).Sum(s => s.OnHand.Value);
        var rate = AverageConsumption.Of(Days(input, site, at, today.PlusDays(-by.Settings.WindowDays!.Value), today));
        var low = LowStock.Judge(onHand, rate.PerDay, by.Settings.MinimumOnHand, by.Settings.MinimumDays);
        // After a whole window without stock nothing is known of the need; a warning that is there must not end by that.
        var keeps = low is null && onHand == 0 && rate.DaysInStock == 0;
        if (low is null && !keeps) return;
        List<AlertFact> facts = [Number("onHand", onHand), Number("window", by.Settings.WindowDays.Value), Number("daysInStock", rate.DaysInStock)];
        if (rate.PerDay is { } perDay) facts.Add(Number("perDay", decimal.Round(perDay, 2)));
        if (low?.DaysOfSupply is { } lasts) facts.Add(Number("daysOfSupply", lasts));
        if (low?.MinimumOnHand is { } units) facts.Add(Number("minimumOnHand", units));
        if (low?.MinimumDays is { } days) facts.Add(Number("minimumDays", days));
        causes.Add(new(
            $"low-stock/{input.Presentation.Id}/{Where(site, place)}", AlertKind.LowStock, onHand == 0 ? AlertSeverity.Critical : AlertSeverity.Warning,
            new(site.Id, place?.Department, place?.Id, input.Presentation.Id), by.Rule?.Id, low is not null, facts, []));
    }

    private static void ExpiryRiskOf(
        List<AlertCause> causes, AlertScanInput input, AlertRuleBook book, Site site, Location? place, IReadOnlyList<Location> at, LocalDate today)
    {
        if (For(book, AlertKind.ExpiryRisk, input, place) is not { } by) return;
        var horizon = today.PlusDays(by.Settings.HorizonDays!.Value);
        var lots = Usable(input, at, today).GroupBy(s => s.Lot.Id).Select(g => new RiskLot(
            g.Key, g.First().Lot.Expiration?.Date, g.Aggregate(StockQuantity.Zero(g.First().Lot.Scale), (sum, s) => sum + s.OnHand), g.First().Lot.UnitCost)).ToList();
        if (!lots.Any(l => l.LastDay <= horizon)) return;
        var rate = AverageConsumption.Of(Days(input, site, at, today.PlusDays(-by.Settings.WindowDays!.Value), today));
        // What has just arrived has no history; it is not at risk for that.
        if (rate.PerDay is not { } perDay) return;
        var byLot = lots.ToDictionary(l => l.Lot);
        foreach (var share in ExpiryRisk.Of(lots, today, perDay).Where(s => byLot[s.Lot].LastDay <= horizon))
        {
            var lot = input.Stock.First(s => s.Lot.Id == share.Lot).Lot;
            causes.Add(new(
                $"expiry-risk/{share.Lot}/{Where(site, place)}", AlertKind.ExpiryRisk, AlertSeverity.Notice,
                new(site.Id, place?.Department, place?.Id, input.Presentation.Id, share.Lot), by.Rule?.Id, share.Value.Amount >= by.Settings.MinimumValue,
                [
                    new("lot", lot.Number.Text), new("expiry", lot.Expiration!.Value.ToString()), Number("onHand", byLot[share.Lot].OnHand.Value),
                    Number("perDay", decimal.Round(perDay, 2)), Number("daysInStock", rate.DaysInStock), Number("atRisk", share.AtRisk.Value), Value(share.Value),
                ],
                []));
        }
    }

    private static void Unusual(
        List<AlertCause> causes, AlertScanInput input, AlertRuleBook book, AlertOptions options, Site site, Location at, LocalDate today)
    {
        if (book.For(AlertKind.UnusualConsumption, Subject(input, at)) is not { } by) return;
        var window = Math.Max(by.Settings.WindowDays!.Value, UnusualWindowDays);
        var days = Days(input, site, [at], today.PlusDays(-window - options.UnusualDays), today);
        foreach (var day in days.Where(d => d.Day >= today.PlusDays(-options.UnusualDays) && d.InStock))
        {
            var sample = days.Where(d => d.Day < day.Day && d.Day >= day.Day.PlusDays(-window) && d.Day.DayOfWeek == day.Day.DayOfWeek && d.InStock).ToList();
            var found = UnusualConsumption.Judge(
                day.Net, [.. sample.Select(d => d.Net)], by.Settings.Threshold!.Value, by.Settings.Floor!.Value, by.Settings.MinimumSample!.Value, by.Settings.Direction!.Value);
            if (found is null) continue;
            causes.Add(new(
                $"unusual/{input.Presentation.Id}/{at.Id}/{LocalDatePattern.Iso.Format(day.Day)}", AlertKind.UnusualConsumption, AlertSeverity.Notice,
                new(site.Id, at.Department, at.Id, input.Presentation.Id), by.Rule?.Id, true,
                [
                    new("day", LocalDatePattern.Iso.Format(day.Day)), Number("used", found.Value), Number("median", found.Median), Number("spread", found.Spread),
                    Number("score", decimal.Round(found.Score, 1)), Number("sample", sample.Count),
                ],
                [.. sample.Append(day).Select(d => new AlertEvidence(d.Day, d.Net))]));
        }
    }

    private static AlertJudgement? For(AlertRuleBook book, AlertKind kind, AlertScanInput input, Location? place)
    {
        var by = book.For(kind, Subject(input, place));
        return place is null || by?.Rule?.Scope is { Department: not null } or { Location: not null } ? by : null;
    }

    private static IEnumerable<LotStock> Usable(AlertScanInput input, IReadOnlyList<Location> at, LocalDate today) =>
        input.Stock.Where(s => at.Any(l => l.Id == s.Location) && s.Lot.Status == LotStatus.Approved && !s.Lot.IsExpiredOn(today));

    private static IReadOnlyList<DailyConsumption> Days(AlertScanInput input, Site site, IReadOnlyList<Location> at, LocalDate first, LocalDate after) =>
        ConsumptionDays.Of(input.History, at.Select(l => l.Id).ToHashSet(), site.Zone, first, after);

    private static AlertSubject Subject(AlertScanInput input, Location? at)
    {
        var m = input.Medication?.ToSnapshot();
        return new(input.Presentation.Id, input.Presentation.Medication, m?.Controlled ?? ControlledClass.None, m?.AtcCode, at?.Department, at?.Id);
    }

    private static string Where(Site site, Location? place) => place is null ? $"site/{site.Id}" : place.Id.ToString();

    private static AlertFact Number(string name, decimal value) => new(name, value.ToString("0.############", CultureInfo.InvariantCulture));

    private static AlertFact Value(Money value) => new("value", string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(value.Amount, 2, MidpointRounding.AwayFromZero):0.00} {value.Currency.Code}"));
}
