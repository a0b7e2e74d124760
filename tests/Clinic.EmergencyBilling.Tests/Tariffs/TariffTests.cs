using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Tariffs;

public sealed class TariffTests
{
    private static readonly Instant At = Prices.Utc(2026, 1, 1);
    private static readonly TariffTerms Ten = Prices.Terms(Prices.Hourly(10m));

    [Fact]
    public void Publishing_a_later_version_ends_the_open_one_where_it_begins()
    {
        var tariff = Next(Prices.Published(Ten), At).Publish(2, Prices.Approver, At);

        Assert.Equal([At, null], tariff.Versions.Select(v => v.EffectiveTo));
        Assert.Equal([TariffStatus.Published, TariffStatus.Published], tariff.Versions.Select(v => v.Status));
        Assert.Equal((Prices.Author, Prices.Approver), (tariff.Versions[1].Author, tariff.Versions[1].Approver));
        Assert.Equal(5, tariff.Version);
    }

    [Fact]
    public void A_gap_and_an_overlap_are_refused_when_saving()
    {
        var closed = Prices.Published(Ten, to: At);

        Assert.Equal(EmergencyBillingRules.TariffGap, Code(() => Next(closed, At + Duration.FromSeconds(1)).Publish(2, Prices.Approver, At)));
        Assert.Equal(EmergencyBillingRules.TariffOverlap, Code(() => Next(closed, At - Duration.FromSeconds(1)).Publish(2, Prices.Approver, At)));
        Assert.Equal(EmergencyBillingRules.TariffOverlap, Code(() => Next(Prices.Published(Ten), Prices.LongAgo).Publish(2, Prices.Approver, At)));
        Assert.Equal(EmergencyBillingRules.TariffOverlap, Code(() => Next(Prices.Published(Ten), Prices.LongAgo - Duration.FromDays(1)).Publish(2, Prices.Approver, At)));
        Assert.Equal(2, Next(closed, At).Publish(2, Prices.Approver, At).Versions.Count);
    }

    [Fact]
    public void A_published_version_is_corrected_by_another_of_the_same_dates_and_kept()
    {
        var wrong = Next(Prices.Published(Ten), At).Publish(2, Prices.Approver, At);
        var right = wrong.Draft(Prices.Terms(Prices.Hourly(11m)), Prices.LongAgo, Prices.Author, At, "precio mal escrito", replaces: 1).Publish(3, Prices.Approver, At);

        Assert.Equal([TariffStatus.Superseded, TariffStatus.Published, TariffStatus.Published], right.Versions.Select(v => v.Status));
        Assert.Equal(At, right.Versions[2].EffectiveTo);
        Assert.Equal(11m, Prices.Rate(Prices.Stay(At - Duration.FromHours(9), At - Duration.FromHours(8)), TariffBook.Of([right])).Total.Amount);
        Assert.Equal(EmergencyBillingRules.VersionTransitionRefused, Code(() => right.Draft(Ten, Prices.LongAgo, Prices.Author, At, "otra vez", replaces: 1).Publish(4, Prices.Approver, At)));
    }

    [Fact]
    public void Only_a_known_draft_is_published()
    {
        Assert.Equal(EmergencyBillingRules.VersionTransitionRefused, Code(() => Prices.Published(Ten).Publish(1, Prices.Approver, At)));
        Assert.Equal(EmergencyBillingRules.VersionUnknown, Code(() => Prices.Published(Ten).Publish(7, Prices.Approver, At)));
    }

    [Fact]
    public void The_hash_follows_the_content_and_not_the_way_it_is_written()
    {
        string Hash(TariffTerms terms, TariffKey? key = null) => Prices.Published(terms, key: key).Versions[0].ContentHash;

        Assert.Equal(Hash(Ten), Hash(Prices.Terms(Prices.Hourly(10.00m))));
        Assert.NotEqual(Hash(Ten), Hash(Prices.Terms(Prices.Hourly(10.01m))));
        Assert.NotEqual(Hash(Ten), Hash(Ten, new("IESS", null, null)));
        Assert.NotEqual(Hash(Ten), Hash(Ten with { Metering = new() { Block = BlockRounding.Up(Duration.FromMinutes(1)) } }));
        Assert.Matches("^[0-9a-f]{64}$", Hash(Ten));
    }

    [Fact]
    public void Every_tariff_comes_back_from_its_snapshot_with_its_hash() =>
        Cases.ForAll(Cases.Terms, terms =>
        {
            var tariff = Prices.Published(terms);
            return Tariff.Restore(tariff.ToSnapshot()).Versions[0].ContentHash == tariff.Versions[0].ContentHash;
        });

    [Fact]
    public void A_stored_price_that_was_changed_is_seen()
    {
        var stored = Prices.Published(Ten).ToSnapshot();
        var changed = stored with { Versions = [stored.Versions[0] with { Terms = Prices.Terms(Prices.Hourly(1m)) }] };

        Assert.Equal(EmergencyBillingRules.ContentChanged, Code(() => Tariff.Restore(changed)));
    }

    [Fact]
    public void The_most_specific_tariff_in_force_is_found_and_ties_and_mixed_currencies_are_refused_together()
    {
        Tariff Of(int id, TariffKey key, string currency = "USD") => Prices.Published(Prices.Terms(Prices.Hourly(id)), currency, key, id);
        var all = new[] { Of(1, TariffKey.Base), Of(2, new(null, null, AcuityLevel.Urgent)), Of(3, new(null, "TRAUMA", null)), Of(4, new("IESS", null, null)), Of(5, new("IESS", "TRAUMA", null)) };
        var book = TariffBook.Of(all);
        int Found(TariffBook b, string? payer, string? line, AcuityLevel? acuity) => b.Find(payer, line, acuity, At)!.Tariff.Value.ToString()[^1] - '0';

        Assert.Equal([1, 2, 3, 4, 5, 1], [Found(book, null, null, null), Found(book, "X", "Y", AcuityLevel.Urgent), Found(book, null, "TRAUMA", AcuityLevel.Urgent), Found(book, "IESS", "Y", AcuityLevel.Urgent), Found(book, "IESS", "TRAUMA", null), Found(book, "X", "Y", null)]);
        Assert.Equal(2, Found(TariffBook.Of(all, new SpecificityOrder(TariffDimension.Acuity, TariffDimension.ServiceLine, TariffDimension.Payer)), "IESS", "TRAUMA", AcuityLevel.Urgent));
        var e = Assert.Throws<EmergencyBillingException>(() => TariffBook.Of([.. all, Of(6, new("IESS", null, null), "EUR")]));
        Assert.Equal([EmergencyBillingRules.EquallySpecific, EmergencyBillingRules.CurrenciesMixed], e.Failures.Select(f => f.Code));
        Assert.Throws<ArgumentException>(() => new SpecificityOrder(TariffDimension.Payer, TariffDimension.Payer, TariffDimension.Acuity));
    }

    [Fact]
    public void Looking_up_is_total_on_covered_time_and_empty_outside() =>
        Cases.ForAll(from a in Gen.Choose(-3, 8) select At + Duration.FromHours(12 * a), at =>
        {
            var book = TariffBook.Of([Next(Prices.Published(Ten, from: At), At + Duration.FromDays(1), At + Duration.FromDays(2)).Publish(2, Prices.Approver, At)]);
            var found = book.Find(null, null, null, at);
            return found?.Number == (at < At || at >= At + Duration.FromDays(2) ? null : at < At + Duration.FromDays(1) ? 1 : 2);
        });

    private static Tariff Next(Tariff tariff, Instant from, Instant? to = null) => tariff.Draft(Prices.Terms(Prices.Hourly(12m)), from, Prices.Author, At, "nuevos precios", to);

    private static string Code(Action act) => Assert.Throws<EmergencyBillingException>(act).Code;
}
