using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Tariffs;

/// <summary>Tariffs and calendars as people write, publish, correct and end them.</summary>
public class TariffDeskTests
{
    private static readonly TariffTerms Ten = Prices.Terms(Prices.Hourly(10m));
    private static readonly TariffTerms Twelve = Prices.Terms(Prices.Hourly(12m));

    [Fact]
    public async Task A_tariff_is_written_by_one_published_by_another_and_prices_from_then_on()
    {
        var world = await OpenAsync(storedTariffs: true);
        var tariff = await DraftAsync(world, Ten, AStay.Nine);
        await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient }, Ct);
        Assert.Null((await InForceAsync(world)).Book.Find(null, null, null, world.Clock.Now));

        var published = await Desk(world).PublishAsync(world.As(Role.Administrator), new(tariff.Tariff, 2, 1, "revisada"), Ct);

        Assert.Equal((3L, 1, tariff.ContentHash), (published.Version, published.Number, published.ContentHash));
        Assert.Equal(1, (await InForceAsync(world)).Book.Find("IESS", null, null, AStay.Nine)?.Number);
        Assert.Null((await InForceAsync(world)).Book.Find(null, null, null, AStay.Nine - Duration.FromSeconds(1)));
        Assert.Equal([EmergencyEvents.StayRegistered, EmergencyEvents.TariffPublished], (await world.EventsAsync()).Select(e => e.Type));
        var history = await Inquiries(world).HistoryAsync(world.As(Role.Auditor), tariff.Tariff, PageRequest.First, Ct);
        Assert.Equal([TariffChangeKind.Published, TariffChangeKind.Drafted, TariffChangeKind.Created], history.Items.Select(c => c.Kind));
        Assert.Equal((world.PersonOf(Role.Administrator), "revisada"), (history.Items[0].By, history.Items[0].Reason));
    }

    [Fact]
    public async Task Who_wrote_a_version_does_not_publish_it_unless_the_clinic_says_so()
    {
        var world = await OpenAsync(storedTariffs: true);
        var tariff = await DraftAsync(world, Ten, AStay.Nine);

        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).PublishAsync(world.As(Role.Supervisor), new(tariff.Tariff, 2, 1, "revisada"), Ct));

        Assert.Equal(EmergencyBillingRules.PublisherIsAuthor, e.Code);
        var small = await OpenAsync(o => o.PublisherDiffers = false, storedTariffs: true);
        var own = await DraftAsync(small, Ten, AStay.Nine);
        await Desk(small).PublishAsync(small.As(Role.Supervisor), new(own.Tariff, 2, 1, "revisada"), Ct);
    }

    [Fact]
    public async Task A_new_version_ends_the_one_before_and_the_past_is_only_corrected()
    {
        var world = await OpenAsync(storedTariffs: true);
        var tariff = await PublishedAsync(world, Ten, AStay.Nine);
        var past = await Desk(world).DraftAsync(world.As(Role.Supervisor), new(tariff, 3, Twelve, AStay.Nine - Duration.FromHours(1), "atrasada"), Ct);

        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).PublishAsync(world.As(Role.Administrator), new(tariff, past.Version, 2, "no"), Ct));

        Assert.Equal(EmergencyBillingRules.ChangesThePast, e.Code);
        await Desk(world).DraftAsync(world.As(Role.Supervisor), new(tariff, past.Version, Twelve, AStay.Nine + Duration.FromDays(1), "alza"), Ct);
        await Desk(world).PublishAsync(world.As(Role.Administrator), new(tariff, 5, 3, "acordada"), Ct);
        var correction = await Desk(world).DraftAsync(world.As(Role.Supervisor), new(tariff, 6, Prices.Terms(Prices.Hourly(11m)), AStay.Nine + Duration.FromDays(9), "precio mal tecleado", Replaces: 1), Ct);
        await Desk(world).PublishAsync(world.As(Role.Administrator), new(tariff, correction.Version, 4, "cotejada"), Ct);

        var versions = (await Inquiries(world).FindAsync(world.As(), tariff, Ct)).Versions;
        Assert.Equal([TariffStatus.Superseded, TariffStatus.Draft, TariffStatus.Published, TariffStatus.Published], versions.Select(v => v.Status));
        Assert.Equal((AStay.Nine, AStay.Nine + Duration.FromDays(1)), (versions[3].EffectiveFrom, versions[3].EffectiveTo));
        Assert.Equal([4, 3], new[] { AStay.Nine, AStay.Nine + Duration.FromDays(2) }.Select(async at => (await InForceAsync(world)).Book.Find(null, null, null, at)!.Number).Select(t => t.Result));
        var difference = Assert.Single(await Inquiries(world).CompareAsync(world.As(Role.Auditor), tariff, 1, 4, Ct));
        Assert.Equal(new TermsDifference("components[HOUR].perHour", "10", "11"), difference);
    }

    [Fact]
    public async Task A_payer_whose_tariff_ended_is_priced_by_the_one_for_everybody()
    {
        var world = await OpenAsync(storedTariffs: true);
        await PublishedAsync(world, Ten, AStay.Nine);
        var own = await PublishedAsync(world, Twelve, AStay.Nine, new("IESS", null, null));

        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).EndAsync(world.As(Role.Supervisor), new(own, 3, AStay.Nine - Duration.FromHours(1), "convenio"), Ct));
        Assert.Equal(EmergencyBillingRules.EndInThePast, e.Code);
        await Desk(world).EndAsync(world.As(Role.Supervisor), new(own, 3, AStay.At(60), "terminó el convenio"), Ct);

        var book = (await InForceAsync(world)).Book;
        Assert.Equal((own, TariffKey.Base), (book.Find("IESS", null, null, AStay.At(59))!.Tariff, book.Find("IESS", null, null, AStay.At(60))!.Key));
        e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).EndAsync(world.As(Role.Supervisor), new(own, 4, AStay.At(90), "otra vez"), Ct));
        Assert.Equal(EmergencyBillingRules.NothingOpen, e.Code);
    }

    [Fact]
    public async Task Every_fault_of_a_draft_is_named_at_once_and_nothing_is_written()
    {
        var world = await OpenAsync(storedTariffs: true);
        var created = await Desk(world).CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "inicio"), Ct);
        var bad = Prices.Terms(Prices.Night(10.001m), Prices.Hourly(-1m, tax: "IVA99")) with { Taxes = [Prices.Iva] };

        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).DraftAsync(world.As(Role.Cashier), new(created.Tariff, 7, bad, AStay.Nine, " "), Ct));
        Assert.Equal([EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.StaleVersion], e.Failures.Select(f => f.Code));
        e = await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).DraftAsync(world.As(Role.Supervisor), new(created.Tariff, 1, bad, AStay.Nine, "inicio"), Ct));
        Assert.Superset(
            new HashSet<string> { EmergencyBillingRules.RateTooFine, EmergencyBillingRules.RateNegative, EmergencyBillingRules.TaxUnknown }, e.Failures.Select(f => f.Code).ToHashSet());

        Assert.Empty((await Inquiries(world).FindAsync(world.As(), created.Tariff, Ct)).Versions);
        foreach (var act in (Func<Task>[])
        [
            () => Desk(world).CreateAsync(world.As(Role.Supervisor), new("Otra", TariffKey.Base, "doble"), Ct),
            () => Desk(world).PublishAsync(world.As(Role.Supervisor), new(created.Tariff, 1, 5, "no hay"), Ct),
            () => Desk(world).DraftAsync(world.As(Role.Supervisor), new(created.Tariff, 1, Ten, AStay.Nine, "corrige", Replaces: 1), Ct),
            () => Desk(world).EndAsync(world.As(Role.Supervisor), new(world.New<TariffId>(), 1, AStay.Nine, "no hay"), Ct),
        ]) await Assert.ThrowsAsync<EmergencyBillingException>(act);
        Assert.Equal(EmergencyBillingRules.EquallySpecific, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).CreateAsync(world.As(Role.Supervisor), new("Otra", TariffKey.Base, "doble"), Ct))).Code);
        Assert.Equal(EmergencyBillingRules.TariffUnknown, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Inquiries(world).FindAsync(world.As(), world.New<TariffId>(), Ct))).Code);
    }

    [Fact]
    public async Task The_same_command_twice_is_one_act_and_two_publishers_are_one_publication()
    {
        var world = await OpenAsync(storedTariffs: true);
        var id = world.New<CommandId>();
        var first = await Desk(world).CreateAsync(world.As(Role.Supervisor, id), new("Público", TariffKey.Base, "inicio"), Ct);
        Assert.Equal(first, await Desk(world).CreateAsync(world.As(Role.Supervisor, id), new("Público", TariffKey.Base, "inicio"), Ct));
        await Desk(world).DraftAsync(world.As(Role.Supervisor), new(first.Tariff, 1, Ten, AStay.Nine, "inicio"), Ct);

        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Desk(world).PublishAsync(world.As(Role.Administrator), new(first.Tariff, 2, 1, "acordada"), Ct);
                return "published";
            }
            catch (Exception e) when (e is EmergencyBillingException or ConcurrencyConflictException)
            {
                return "refused";
            }
        })));

        Assert.Equal(1, ends.Count(e => e == "published"));
    }

    [Fact]
    public async Task A_stay_that_starts_while_prices_move_is_priced_by_what_holds_at_its_commit()
    {
        var world = await OpenAsync(storedTariffs: true);
        var tariff = await PublishedAsync(world, Ten, AStay.Nine);
        var read = await InForceAsync(world);

        await Desk(world).DraftAsync(world.As(Role.Supervisor), new(tariff, 3, Twelve, AStay.Nine + Duration.FromDays(3), "alza"), Ct);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => world.CommitAsync(read.Require));
        var again = await InForceAsync(world);
        Assert.Equal(read.Facts[0].Version + 1, again.Facts[0].Version);
        await world.CommitAsync(again.Require);
    }

    [Fact]
    public async Task Holidays_are_versions_that_price_from_the_next_reading_on()
    {
        var world = await OpenAsync(storedTariffs: true);
        var calendars = world.Get<HolidayCalendars>();
        Holiday[] days = [new(new(2026, 3, 10), "Feriado de prueba"), new(new(2026, 3, 11), "Puente", new LocalDate(2026, 3, 8))];
        var set = new SetHolidayCalendar(0, "Ecuador", new(2026, 1, 1), new(2026, 12, 31), days, "año nuevo");

        Assert.Equal(new CalendarAnswer(1, 2), await calendars.SetAsync(world.As(Role.Administrator), set, Ct));
        Assert.True((await InForceAsync(world)).Holidays!.IsHoliday(new(2026, 3, 11)));
        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => calendars.SetAsync(world.As(Role.Cashier), set with { Holidays = [days[0], days[0], new(new(2027, 1, 1), "fuera")], Reason = "" }, Ct));
        Assert.Equal(
            [EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.StaleVersion, EmergencyBillingRules.HolidayTwice, EmergencyBillingRules.FieldInvalid],
            e.Failures.Select(f => f.Code));
        Assert.Equal(1, (await Inquiries(world).CalendarAsync(world.As(), null, Ct)).Calendar.Version);
        Assert.Equal(EmergencyBillingRules.CalendarUnknown, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Inquiries(world).CalendarAsync(world.As(), 2, Ct))).Code);
    }

    [Fact]
    public async Task A_draft_is_simulated_on_typed_and_on_real_times_beside_what_is_in_force()
    {
        var world = await OpenAsync(storedTariffs: true);
        await PublishedAsync(world, Ten, AStay.Nine);
        var stay = await world.ClosedAsync();
        var tariff = (await Inquiries(world).ListAsync(world.As(), PageRequest.First, Ct)).Items[0];
        await Desk(world).DraftAsync(world.As(Role.Supervisor), new(tariff.Id, 3, Twelve, world.Clock.Now, "alza"), Ct);
        var simulator = world.Get<TariffSimulator>();

        var real = await simulator.SimulateAsync(world.As(), new(stay, Tariff: tariff.Id), "es", Ct);
        var typed = await simulator.SimulateAsync(
            world.As(), new(Times: new(new(new(2026, 3, 10, 22, 0)), new(new(2026, 3, 11, 0, 30)), [new(new(new(2026, 3, 10, 23, 0)), new(new(2026, 3, 10, 23, 30)))]), Terms: Twelve), "en", Ct);

        Assert.Equal((12m, 10m, 2m), (real.Proposed.Total, real.InForce!.Total, real.Difference));
        Assert.Contains(real.Words, w => w.Contains("USD 12.00 por hora", StringComparison.Ordinal) || w.Contains("12.00", StringComparison.Ordinal));
        Assert.Equal((24m, Duration.FromHours(2), 20m), (typed.Proposed.Total, typed.Proposed.Running, typed.InForce!.Total));
        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => simulator.SimulateAsync(world.As(Role.Nurse), new(stay, typed.Proposed is null ? null : new(new(new(2026, 3, 10, 22, 0)), new(new(2026, 3, 11, 0, 30))), tariff.Id, Terms: Ten), "es", Ct));
        Assert.Equal([EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid], e.Failures.Select(f => f.Code));
    }

    [Fact]
    public void Terms_of_every_kind_come_back_from_json_and_any_order_of_fields_is_read()
    {
        const string Loose = """{"components":[{"name":"Hora","code":"H","taxCode":"EXEMPT","perHour":10.5,"kind":"linear","restriction":{"bands":[{"from":"22:00","to":"06:00"}],"days":"saturday, sunday"}}]}""";

        var terms = JsonSerializer.Deserialize<TariffTerms>(Loose, ClinicJson.Options)!;

        var price = Assert.IsType<LinearPrice>(Assert.Single(terms.Components));
        Assert.Equal((10.5m, new LocalTime(22, 0), Weekdays.Weekend), (price.PerHour, price.Restriction.Bands[0].From, price.Restriction.Days));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TariffTerms>("""{"components":[{"kind":"magic","code":"H","name":"H","taxCode":"E"}]}""", ClinicJson.Options));
        foreach (var starter in (TariffTerms[])[StarterTariffs.HourAndFraction(12m), StarterTariffs.FirstHourPlusFractions(15m, Duration.FromMinutes(15), 3m), StarterTariffs.DayAndNight(10m, 14m)])
        {
            var back = JsonSerializer.Deserialize<TariffTerms>(JsonSerializer.Serialize(starter, ClinicJson.Options), ClinicJson.Options)!;
            Assert.Equal(Prices.Published(starter).Versions[0].ContentHash, Prices.Published(back).Versions[0].ContentHash);
        }
    }

    private static TariffDesk Desk(Reception world) => world.Get<TariffDesk>();

    private static TariffInquiries Inquiries(Reception world) => world.Get<TariffInquiries>();

    private static Task<TariffsInForce> InForceAsync(Reception world) => world.Get<ITariffSource>().ReadAsync(world.Tenant, world.Site.Id, Ct);

    private static async Task<TariffAnswer> DraftAsync(Reception world, TariffTerms terms, Instant from, TariffKey? key = null)
    {
        var created = await Desk(world).CreateAsync(world.As(Role.Supervisor), new("Público", key ?? TariffKey.Base, "inicio"), Ct);
        return await Desk(world).DraftAsync(world.As(Role.Supervisor), new(created.Tariff, 1, terms, from, "inicio"), Ct);
    }

    private static async Task<TariffId> PublishedAsync(Reception world, TariffTerms terms, Instant from, TariffKey? key = null)
    {
        var drafted = await DraftAsync(world, terms, from, key);
        await Desk(world).PublishAsync(world.As(Role.Administrator), new(drafted.Tariff, 2, 1, "revisada"), Ct);
        return drafted.Tariff;
    }
}
