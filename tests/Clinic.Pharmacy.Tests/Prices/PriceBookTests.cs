using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Tests.Kit;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Prices;

public sealed class PriceBookTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_prices_from_its_first_date_and_every_version_stays_readable()
    {
        var (h, p) = await ReadyAsync();
        var list = await PublishAsync(h, p);
        var revised = await Book(h).ReviseAsync(h.As(), new(list.Id, 1, Today.PlusDays(5), "alza del proveedor", [Entry(p, 0.20m)]), Ct);
        await Book(h).RetireAsync(h.As(), new(list.Id, 2, Today.PlusDays(10), "fin"), Ct);

        Assert.Equal(2, revised.Version);
        Assert.Equal((1.50m, 1.50m, 2.00m, 2.00m), (await NetAsync(h, p, 0), await NetAsync(h, p, 4), await NetAsync(h, p, 5), await NetAsync(h, p, 9)));
        await Refused.WithAsync(() => NetAsync(h, p, 10), PharmacyRules.PriceMissing);
        await Refused.WithAsync(() => NetAsync(h, p, -1), PharmacyRules.PriceMissing);
        var history = (await Inquiries(h).HistoryAsync(h.Tenant, list.Id, PageRequest.First, Ct)).Items.Select(l => l.ToSnapshot()).ToList();
        Assert.Equal([(3L, "fin"), (2L, "alza del proveedor"), (1L, "apertura")], history.Select(s => (s.Version, s.Reason)));
        Assert.All(history, s => Assert.Equal((h.Pharmacist.Person, null, h.Clock.Now), (s.Author, s.Approver, s.At)));
        Assert.Equal(0.15m, (await Inquiries(h).ListAsync(h.Tenant, h.Auditor, list.Id, 1, Ct)).Entries[0].Rule.Value);
        Assert.Equal(["price-list.published", "price-list.retired", "price-list.revised"], (await h.AuditAsync()).Select(a => a.Action).Where(a => a.StartsWith("price", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Overlapping_lists_are_refused_and_both_are_named()
    {
        var (h, p) = await ReadyAsync();
        await PublishAsync(h, p, until: Today.PlusDays(30));

        var e = await Refused.WithAsync(() => PublishAsync(h, p, "PUB2", from: Today.PlusDays(30)), PharmacyRules.PriceListsOverlap);
        Assert.Equal(("PUB2", "PUB", "2026-04-09"), (e.Failures[0].Facts["list"], e.Failures[0].Facts["other"], e.Failures[0].Facts["date"]));
        var next = await PublishAsync(h, p, "PUB3", from: Today.PlusDays(31));
        await PublishAsync(h, p, "IESS", PriceSegment.OfInsurer("IESS"));
        await Refused.WithAsync(() => PublishAsync(h, p, "PUB", PriceSegment.Staff), PharmacyRules.CodeTaken);
        // A list that ends before it began leaves its dates free.
        await Book(h).RetireAsync(h.As(), new(next.Id, 1, Today.PlusDays(31), "error"), Ct);
        await PublishAsync(h, p, "PUB4", from: Today.PlusDays(31));
    }

    [Fact]
    public async Task What_was_charged_stays_as_it_was()
    {
        var (h, p) = await ReadyAsync();
        var list = await PublishAsync(h, p);
        await Book(h).ReviseAsync(h.As(), new(list.Id, 1, Today.PlusDays(5), "alza", [Entry(p, 0.20m)]), Ct);

        await Refused.WithAsync(() => PublishAsync(h, p, "OLD", PriceSegment.Staff, from: Today.PlusDays(-1)), PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 2, Today.PlusDays(-1), "x", [Entry(p, 1)]), Ct), PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 2, Today.PlusDays(4), "x", [Entry(p, 1)]), Ct), PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 1, Today.PlusDays(6), "x", [Entry(p, 1)]), Ct), PharmacyRules.StaleVersion);
        await Refused.WithAsync(() => Book(h).RetireAsync(h.As(), new(Hospital.Id<PriceListId>(9), 1, Today, "x"), Ct), PharmacyRules.PriceListUnknown);
        await Refused.WithAsync(() => Inquiries(h).ListAsync(h.Tenant, h.Auditor, Hospital.Id<PriceListId>(9), null, Ct), PharmacyRules.PriceListUnknown);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 2, Today.PlusDays(6), "x", [Entry(p, 1), Entry(p, 2)]), Ct), PharmacyRules.PriceEntryTwice);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 2, Today.PlusDays(6), "x", Remove: [new(p.Id, PricePer.BaseUnit)]), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => Book(h).ReviseAsync(h.As(), new(list.Id, 2, Today.PlusDays(6), "x", Remove: [new(p.Id, PricePer.Pack("box"))]), Ct), PharmacyRules.PriceMissing);
        await Book(h).RetireAsync(h.As(), new(list.Id, 2, Today.PlusDays(6), "fin"), Ct);
        await Refused.WithAsync(() => Book(h).RetireAsync(h.As(), new(list.Id, 3, Today.PlusDays(7), "fin"), Ct), PharmacyRules.Retired);
    }

    [Fact]
    public async Task Everything_unknown_in_a_list_is_named_at_once()
    {
        var (h, p) = await ReadyAsync();
        PriceEntry[] entries = [Entry(p, 1, PricePer.Pack("pallet")), Entry(p, 1) with { Presentation = Hospital.Id<PresentationId>(9), TaxGroup = "IVA99" }];

        await Refused.WithAsync(
            () => Book(h).PublishAsync(h.As(), new(Data("PUB", entries), "apertura"), Ct),
            PharmacyRules.UnitUnknown, PharmacyRules.PresentationUnknown, PharmacyRules.TaxGroupUnknown);
        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(), new(Data(" ", []) with { From = Today.PlusDays(-1) }, "apertura"), Ct), PharmacyRules.FieldInvalid, PharmacyRules.FieldInvalid, PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(), new(Data("PUB", [Entry(p, 1)]), " "), Ct), PharmacyRules.FieldInvalid);
    }

    [Fact]
    public async Task Where_two_people_are_asked_for_one_prepares_and_another_approves()
    {
        var (h, p) = await ReadyAsync();
        h.Get<IOptions<PriceOptions>>().Value.TwoPeople = true;
        var author = new Person(Hospital.Id<PersonId>(50), "Ana", "ana", new HashSet<Role> { Role.Pharmacist }, new HashSet<DepartmentId>(), false, 1);
        var nurse = author with { Id = Hospital.Id<PersonId>(51), SignInName = "luis", Roles = new HashSet<Role> { Role.Nurse } };
        await h.Get<IUnitOfWork>().RunAsync(h.As(), new People(), (unit, _) =>
        {
            h.Get<IPersonStore>().Add(unit, author);
            h.Get<IPersonStore>().Add(unit, nurse);
            unit.Audit("people.added", new("core.person", author.Id.Value));
            return Task.FromResult("done");
        }, Ct);
        PublishPriceList By(PersonId? who) => new(Data("PUB", [Entry(p, 0.15m)]), "apertura", who);

        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(), By(null), Ct), PharmacyRules.SecondPersonMissing);
        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(), By(author.Id), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(h.Supervisor), By(nurse.Id), Ct), PharmacyRules.SecondPersonMissing);
        await Refused.WithAsync(() => Book(h).PublishAsync(h.As(h.Supervisor), By(h.Supervisor.Person), Ct), PharmacyRules.RoleMissing, PharmacyRules.SecondPersonMissing);
        var list = await Book(h).PublishAsync(h.As(h.Supervisor), By(author.Id), Ct);

        var stored = await Inquiries(h).ListAsync(h.Tenant, h.Auditor, list.Id, null, Ct);
        Assert.Equal((author.Id, h.Supervisor.Person), (stored.Author, stored.Approver));
    }

    [Fact]
    public async Task A_special_price_names_who_approved_and_ends_before_its_time()
    {
        var (h, p) = await ReadyAsync();
        await PublishAsync(h, p);
        var specials = h.Get<SpecialPrices>();
        var data = new SpecialPriceData(p.Id, PriceSegment.Patient, Currency.Usd, Today, Today.PlusDays(9), PercentOff: 20);
        var set = await specials.SetAsync(h.As(h.Supervisor), new(data, "campaña"), Ct);

        Assert.Equal((1.20m, 1.50m), (await NetAsync(h, p, 9), await NetAsync(h, p, 10)));
        await Refused.WithAsync(() => specials.SetAsync(h.As(h.Supervisor), new(data with { From = Today.PlusDays(9), Until = Today.PlusDays(12) }, "otra"), Ct), PharmacyRules.SpecialPricesOverlap);
        await Refused.WithAsync(() => specials.SetAsync(h.As(h.Supervisor), new(data with { From = Today.PlusDays(-1), Presentation = Hospital.Id<PresentationId>(9) }, "otra"), Ct), PharmacyRules.PriceDateTooEarly, PharmacyRules.PresentationUnknown);
        await Refused.WithAsync(() => specials.EndAsync(h.As(h.Supervisor), new(set.Id, 1, Today.PlusDays(-2), "error"), Ct), PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => specials.EndAsync(h.As(h.Supervisor), new(Hospital.Id<SpecialPriceId>(9), 1, Today, "error"), Ct), PharmacyRules.SpecialPriceUnknown);
        await specials.EndAsync(h.As(h.Supervisor), new(set.Id, 1, Today.PlusDays(-1), "error"), Ct);
        await Refused.WithAsync(() => specials.EndAsync(h.As(h.Supervisor), new(set.Id, 2, Today, "error"), Ct), PharmacyRules.SpecialPriceEnded);
        await specials.SetAsync(h.As(h.Supervisor), new(data, "campaña"), Ct);

        var all = (await Inquiries(h).SpecialsAsync(h.Tenant, new(Presentation: p.Id), PageRequest.First, Ct)).Items.Select(s => s.ToSnapshot()).ToList();
        Assert.All(all, s => Assert.Equal(h.Supervisor.Person, s.Approver));
        Assert.Equal("error", Assert.Single(all, s => s.End is not null).End!.Reason);
    }

    [Fact]
    public async Task A_tax_rate_changes_from_a_date_and_never_before()
    {
        var (h, p) = await ReadyAsync();
        await PublishAsync(h, p);
        var groups = h.Get<TaxGroups>();
        await groups.SetAsync(h.As(), new("IVA15", "IVA", Today.PlusDays(3), 8, "feriado", Version: 1), Ct);

        Assert.Equal((0.23m, 0.12m), ((await QuoteAsync(h, p, 2)).Tax.Amount, (await QuoteAsync(h, p, 3)).Tax.Amount));
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA15", "IVA", Today.PlusDays(-1), 8, "x", Version: 2), Ct), PharmacyRules.PriceDateTooEarly);
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA15", "IVA", Today.PlusDays(9), 8, "x"), Ct), PharmacyRules.StaleVersion);
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA15", "IVA", Today.PlusDays(9), 0, "x", true, 2), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA15", "IVA", Today.PlusDays(9), -1, "x", Version: 2), Ct), PharmacyRules.RateOutOfRange);
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA16", "IVA", Today, 101, "x"), Ct), PharmacyRules.RateOutOfRange);
        await Refused.WithAsync(() => groups.SetAsync(h.As(), new("IVA17", "IVA", Today, 17, "x", Version: 1), Ct), PharmacyRules.TaxGroupUnknown);
    }

    [Fact]
    public async Task The_cost_of_the_lots_first_to_expire_prices_and_only_some_see_it()
    {
        var (h, p) = await ReadyAsync();
        await h.LotAsync(p, 50, "LATE", new(2027, 12, 31), 0.20m);
        await h.LotAsync(p, 50, "SOON", new(2026, 12, 31), 0.10m);
        await Book(h).PublishAsync(h.As(), new(Data("PUB", [Entry(p, 1) with { Rule = PriceRule.From(MarkupOnCost.FromPercent(50)) }]), "apertura"), Ct);
        PriceInquiry asked = new(h.Site.Id, p.Id, new(60, UnitCode.Tablet), PriceSegment.Patient, Location: h.Store);

        var seen = await Inquiries(h).QuoteAsync(h.Tenant, h.Supervisor, asked, Ct);
        var hidden = await Inquiries(h).QuoteAsync(h.Tenant, h.Nurse, asked, Ct);

        // 50 at 0.10 and 10 at 0.20 cost 7.00.
        Assert.Equal((10.50m, 7.00m, 3.50m), (seen.Net.Amount, seen.Earnings!.Cost.Amount, seen.Earnings.Profit.Amount));
        Assert.Equal((10.50m, null), (hidden.Net.Amount, hidden.Earnings));
        var list = (await Inquiries(h).ListsAsync(h.Tenant, new(), PageRequest.First, Ct)).Items.Single();
        Assert.Equal(0, (await Inquiries(h).ListAsync(h.Tenant, h.Nurse, list.Id, null, Ct)).Entries[0].Rule.Value);
        Assert.Equal(50, (await Inquiries(h).ListAsync(h.Tenant, h.Pharmacist, list.Id, null, Ct)).Entries[0].Rule.Value);
        await Refused.WithAsync(() => Inquiries(h).QuoteAsync(h.Tenant, h.Nurse, asked with { Quantity = new(101, UnitCode.Tablet) }, Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => Inquiries(h).QuoteAsync(h.Tenant, h.Nurse, asked with { Location = null }, Ct), PharmacyRules.PriceNeedsCost);
        await Refused.WithAsync(() => Inquiries(h).QuoteAsync(h.Tenant, h.Nurse, asked with { Currency = Currency.Eur }, Ct), PharmacyRules.CurrencyMixed, PharmacyRules.CurrencyMixed);
    }

    [Fact]
    public async Task A_price_is_held_against_the_stock_of_today_before_it_is_published()
    {
        var (h, p) = await ReadyAsync();
        var dear = await h.LotAsync(p, 50, "DEAR", unitCost: 0.20m);
        await h.LotAsync(p, 100, "CHEAP", unitCost: 0.10m);

        var box = await Inquiries(h).SimulateAsync(h.Tenant, h.Auditor, new(h.Site.Id, p.Id, PricePer.Pack("box"), PriceRule.Fixed(17.25m), "IVA15"), Ct);

        Assert.Equal([dear], box.LotsBelowCost);
        Assert.Equal((15m, -5m, 33.33m), (box.Lots[0].Each.Net.Amount, box.Lots.Single(l => l.Lot == dear).Each.Profit.Amount, decimal.Round(box.Lots.Single(l => l.Lot != dear).Each.Margin!.Value.Percent, 2)));
        Assert.Equal((22.50m, 20m), (box.All!.Net.Amount, box.All.Cost.Amount));
        await Refused.WithAsync(() => Inquiries(h).SimulateAsync(h.Tenant, h.Auditor, new(h.Site.Id, p.Id, PricePer.Pack("x"), PriceRule.Fixed(-1)), Ct), PharmacyRules.UnitUnknown, PharmacyRules.PriceAmountInvalid);
        await Refused.WithAsync(() => Inquiries(h).SimulateAsync(h.Tenant, h.Auditor, new(h.Site.Id, p.Id, PricePer.BaseUnit, PriceRule.Fixed(1), "IVA99"), Ct), PharmacyRules.TaxGroupUnknown);
        Assert.Null((await Inquiries(h).SimulateAsync(h.Tenant, h.Auditor, new(h.Site.Id, (await h.PresentationAsync("P2")).Id, PricePer.BaseUnit, PriceRule.Fixed(1)), Ct)).All);
    }

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    public async Task A_price_reads_the_same_in_every_culture(string culture)
    {
        var expected = await TellAsync(CultureInfo.InvariantCulture);

        Assert.Equal(expected, await TellAsync(new CultureInfo(culture)));
        Assert.Contains("12.5", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_date_is_that_of_the_site()
    {
        var (h, p) = await ReadyAsync();
        await PublishAsync(h, p, until: Today);
        // 23:59 of the tenth in Guayaquil is the eleventh in Greenwich.
        h.Clock.AdvanceMinutes((int)(Instant.FromUtc(2026, 3, 11, 4, 59) - h.Clock.Now).TotalMinutes);

        Assert.Equal(Today, (await QuoteAsync(h, p, null)).On);
        h.Clock.AdvanceMinutes(1);
        await Refused.WithAsync(() => QuoteAsync(h, p, null), PharmacyRules.PriceMissing);
    }

    private static async Task<string> TellAsync(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var (h, p) = await ReadyAsync();
            await Book(h).PublishAsync(h.As(), new(Data("İı-1", [Entry(p, 12.5m), Entry(p, 0.125m, PricePer.Wholesale(1000.5m))]), "İyi"), Ct);
            var quote = JsonSerializer.Serialize(
                await QuoteAsync(h, p, 0) with { Presentation = Hospital.Id<PresentationId>(1), Source = new(Hospital.Id<PriceListId>(1), "İı-1", 1, null) }, ClinicJson.Options);
            var audit = (await h.AuditAsync()).Where(a => a.Action.StartsWith("price", StringComparison.Ordinal)).Select(a => a.Note);
            var refusal = await Record.ExceptionAsync(() => h.Get<TaxGroups>().SetAsync(h.As(), new("I", "ı", Today, 100.5m, "x"), Ct));
            var texts = ((PharmacyException)refusal!).Failures.SelectMany(f => new[] { "en", "es" }.Select(l => PharmacyRules.Texts.Describe(f, l)));
            var parts = string.Join("\n", [.. audit, .. texts, PricePer.Wholesale(1000.5m).ToString(), PriceRule.Fixed(0.125m).ToString(), MarkupOnCost.FromPercent(12.5m).ToString()]);
            return quote + parts;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PriceBook Book(Hospital h) => h.Get<PriceBook>();

    private static PriceInquiries Inquiries(Hospital h) => h.Get<PriceInquiries>();

    private static PriceEntry Entry(Presentation p, decimal amount, PricePer? per = null) => new(p.Id, per ?? PricePer.BaseUnit, PriceRule.Fixed(amount), "IVA15");

    private static PriceListData Data(string code, IReadOnlyList<PriceEntry> entries) => new(code, "Público", PriceSegment.Patient, Currency.Usd, false, Today, entries);

    private static Task<CatalogueAnswer<PriceListId>> PublishAsync(
        Hospital h, Presentation p, string code = "PUB", PriceSegment segment = default, LocalDate? from = null, LocalDate? until = null) =>
        Book(h).PublishAsync(h.As(), new(Data(code, [Entry(p, 0.15m)]) with { Segment = segment, From = from ?? Today, Until = until }, "apertura"), Ct);

    private static Task<PriceQuote> QuoteAsync(Hospital h, Presentation p, int? day) => Inquiries(h).QuoteAsync(
        h.Tenant, h.Nurse, new(h.Site.Id, p.Id, new(1, new UnitCode("blister")), PriceSegment.Patient, On: day is { } d ? Today.PlusDays(d) : null), Ct);

    private static async Task<decimal> NetAsync(Hospital h, Presentation p, int day) => (await QuoteAsync(h, p, day)).Net.Amount;

    private static async Task<(Hospital, Presentation)> ReadyAsync()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.Get<TaxGroups>().SetAsync(h.As(), new("IVA15", "IVA 15 %", new(2024, 4, 1), 15, "ley"), Ct);
        return (h, p);
    }

    private sealed record People : PharmacyCommand<string>
    {
        public override string Name => "test.people";
    }
}
