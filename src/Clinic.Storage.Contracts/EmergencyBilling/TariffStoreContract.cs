using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITariffStore"/> promises.</summary>
public static class TariffStoreContract
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 5, 0);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A tariff comes back with every price of every kind, through all its versions", KeepsAsync),
        new("A stale tariff, a taken key and a moved book are conflicts", RefusesAsync),
        new("Tariffs are listed by name, per site and per tenant, in pages", ListsAsync),
        new("The history is kept, last change first, in pages", RemembersAsync),
    ];

    internal static TariffTerms EveryKind { get; } = new()
    {
        MidStay = MidStayPolicy.UseAtClose,
        Acuity = AcuityPolicy.HighestOfStay,
        Metering = new()
        {
            Resolution = Duration.FromSeconds(60),
            SegmentRounding = BlockRounding.NearestTiesDown(Duration.FromMinutes(5)),
            Grace = new(GraceMode.WaiveIfWithin, Duration.FromMinutes(10), LimitBoundary.Excluded),
            MinimumDuration = Duration.FromMinutes(30),
            Block = new(Duration.FromMinutes(15), Duration.FromMinutes(7)),
            Attribution = Attribution.LastBand,
        },
        Components =
        [
            new FlatPrice("TRIAJE", "Triaje y recepción", "IVA15", 5.25m, FlatPer.Stay),
            new FirstBlockPrice("PRIMERA", "Primera hora ñ", "IVA15", Duration.FromHours(1), 20m, Duration.FromMinutes(15), 4.5m, Duration.FromSeconds(1))
            {
                Restriction = new()
                {
                    Bands = [new(new(22, 0), new(6, 0)), new(new(12, 0), new(13, 0))],
                    Days = Weekdays.Weekend,
                    Holidays = HolidayRule.Only,
                    DayBasis = DayBasis.BandStart,
                    FromDate = new LocalDate(2026, 1, 1),
                    ThroughDate = new LocalDate(2026, 12, 31),
                    MinElapsed = Duration.FromHours(1),
                    MaxElapsed = Duration.FromHours(300),
                    Acuities = [AcuityLevel.Resuscitation, AcuityLevel.Urgent],
                },
            },
            new GraduatedPrice("GRADO", "Escalonado", "IVA15", [new(Duration.FromHours(2), 9m), new(null, 7.25m)]) { Restriction = new() { Days = Weekdays.Monday } },
            new VolumePrice("VOL", "Volumen", "IVA15", [new(Duration.FromHours(2), 9m), new(null, 7m)], LimitBoundary.Included) { Restriction = new() { Days = Weekdays.Tuesday } },
            new SubstitutionPrice("SUST", "En lugar de", "IVA15", [new(Duration.FromHours(6), 30m), new(null, 90m)], LimitBoundary.Included) { Restriction = new() { Days = Weekdays.Friday } },
            new ThresholdUnitsPrice("99291", "Cuidado crítico", "IVA15", Duration.FromMinutes(30), Duration.FromMinutes(74), 220m, Duration.FromMinutes(30), Duration.FromMinutes(15), 110m, "99292")
            {
                Restriction = new() { Days = Weekdays.Wednesday },
            },
            new LinearPrice("HORA", "Hora de emergencia", "IVA15", 10.01m),
        ],
        Surcharges =
        [
            new("NOCHE", "Recargo nocturno", SurchargeKind.Percent, 33.3333m, 1) { Restriction = new() { Bands = [new(new(19, 0), new(7, 0))] }, Trigger = SurchargeTrigger.Commencement },
        ],
        Stacking = SurchargeStacking.Multiply,
        Caps = [Cap.Rolling(300m, Duration.FromHours(24), CapBasis.Billable), Cap.PerStay(900m)],
        Discounts = [new("SEGURO", "Convenio", DiscountKind.Percent, 12.5m) { Payers = ["IESS"] }, new("FIJO", "Cortesía", DiscountKind.Amount, 2m)],
        CashStep = 0.05m,
        MinCharge = 10m,
        MaxCharge = 1_000m,
        Money = MoneyMode.RoundLinesThenSum,
        Midpoint = MidpointRounding.ToEven,
        TaxMode = TaxMode.Inclusive,
        Taxes = [new("IVA15", TaxCategory.Standard, 15m)],
        Split = new(3.5m, 80.25m, 500m),
    };

    internal static Tariff ATariff(IClinicStores stores, string name, string? payer = null) =>
        Tariff.Create(stores.NewId<TariffId>(), name, new(payer, payer is null ? null : "observación", payer is null ? null : AcuityLevel.Urgent), Currency.Usd);

    internal static TariffChange AChange(IClinicStores stores, Tariff tariff, TariffChangeKind kind, int? number = null, Instant? after = null) =>
        new(tariff.Version, kind, number, stores.NewId<PersonId>(), stores.Now(), "Acuerdo del año, sección «emergencia»", null, after);

    internal static Task<ContractAnswer> SaveAsync(IClinicStores stores, SiteId site, Tariff tariff, TariffChange change, long book, CancellationToken ct, TenantId? tenant = null) =>
        stores.RunAsync(stores.Context(tenant) with { Site = site }, "content", unit => stores.Get<ITariffStore>().Save(unit, tariff, change, book), ct);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<ITariffStore>());
        Check.Equal(0L, await store.BookVersionAsync(stores.Tenant, site, ct).ConfigureAwait(false), "The book before anything");
        var created = ATariff(stores, "Público ñ", "IESS");
        var drafted = created.Draft(EveryKind, Start, stores.NewId<PersonId>(), stores.Now(), "primera versión");
        var published = drafted.Publish(1, stores.NewId<PersonId>(), stores.Now());
        var second = published.Draft(EveryKind with { MinCharge = 12m }, Start + Duration.FromDays(90), stores.NewId<PersonId>(), stores.Now(), "segunda", Start + Duration.FromDays(200));
        var both = second.Publish(2, stores.NewId<PersonId>(), stores.Now());
        var correction = both.Draft(EveryKind with { MinCharge = 11m }, Start, stores.NewId<PersonId>(), stores.Now(), "corrige", replaces: 1);
        var corrected = correction.Publish(3, stores.NewId<PersonId>(), stores.Now());
        (Tariff Tariff, TariffChange Change)[] steps =
        [
            (created, AChange(stores, created, TariffChangeKind.Created)),
            (drafted, AChange(stores, drafted, TariffChangeKind.Drafted, 1)),
            (published, AChange(stores, published, TariffChangeKind.Published, 1)),
            (second, AChange(stores, second, TariffChangeKind.Drafted, 2)),
            (both, AChange(stores, both, TariffChangeKind.Published, 2, Start + Duration.FromDays(90))),
            (correction, AChange(stores, correction, TariffChangeKind.Drafted, 3)),
            (corrected, AChange(stores, corrected, TariffChangeKind.Corrected, 3)),
        ];
        for (var i = 0; i < steps.Length; i++)
        {
            await SaveAsync(stores, site, steps[i].Tariff, steps[i].Change, i, ct).ConfigureAwait(false);
            var found = Check.Found(await store.FindAsync(stores.Tenant, site, created.Id, ct).ConfigureAwait(false), "The tariff");
            // The hash of every version is checked when it is restored; here the dates, statuses and people.
            Check.Sequence(
                steps[i].Tariff.ToSnapshot().Versions.Select(v => v with { Terms = EveryKind }), found.ToSnapshot().Versions.Select(v => v with { Terms = EveryKind }), "Its versions");
            Check.Equal(steps[i].Tariff.ToSnapshot() with { Versions = [] }, found.ToSnapshot() with { Versions = [] }, "The tariff");
            Check.Equal(i + 1L, await store.BookVersionAsync(stores.Tenant, site, ct).ConfigureAwait(false), "The book");
        }

        Check.Equal(null, await store.FindAsync(stores.OtherTenant, site, created.Id, ct).ConfigureAwait(false), "The tariff, asked by the other");
        Check.Equal(null, await store.FindAsync(stores.Tenant, stores.NewId<SiteId>(), created.Id, ct).ConfigureAwait(false), "The tariff, asked at another site");
        Check.Equal(1, (await store.AllAsync(stores.Tenant, site, ct).ConfigureAwait(false)).Count, "All tariffs");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<ITariffStore>());
        var first = ATariff(stores, "Una", "IESS");
        await SaveAsync(stores, site, first, AChange(stores, first, TariffChangeKind.Created), 0, ct).ConfigureAwait(false);

        var same = ATariff(stores, "Otra", "IESS");
        await RefusedAsync(same, 1, site, "A key that is taken").ConfigureAwait(false);
        var other = ATariff(stores, "Otra", "MSP");
        await RefusedAsync(other, 0, site, "A book that moved").ConfigureAwait(false);
        var drafted = first.Draft(EveryKind, Start, stores.NewId<PersonId>(), stores.Now(), "primera");
        await RefusedAsync(drafted.Publish(1, stores.NewId<PersonId>(), stores.Now()), 1, site, "A tariff of a later version").ConfigureAwait(false);
        await RefusedAsync(drafted, 0, stores.NewId<SiteId>(), "A tariff of another site").ConfigureAwait(false);
        Check.Equal(1L, await store.BookVersionAsync(stores.Tenant, site, ct).ConfigureAwait(false), "The book");
        Check.Equal(1, (await store.AllAsync(stores.Tenant, site, ct).ConfigureAwait(false)).Count, "All tariffs");
        await SaveAsync(stores, stores.NewId<SiteId>(), same, AChange(stores, same, TariffChangeKind.Created), 0, ct).ConfigureAwait(false);

        Task RefusedAsync(Tariff tariff, long book, SiteId at, string what) => Check.ThrowsAsync<ConcurrencyConflictException>(
            () => SaveAsync(stores, at, tariff, AChange(stores, tariff, TariffChangeKind.Drafted, tariff.Versions.Count == 0 ? null : 1), book, ct), what);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<ITariffStore>());
        string[] names = ["B", "A", "C"];
        for (var i = 0; i < names.Length; i++)
        {
            var tariff = ATariff(stores, names[i], names[i]);
            await SaveAsync(stores, site, tariff, AChange(stores, tariff, TariffChangeKind.Created), i, ct).ConfigureAwait(false);
        }

        var elsewhere = ATariff(stores, "X");
        await SaveAsync(stores, stores.NewId<SiteId>(), elsewhere, AChange(stores, elsewhere, TariffChangeKind.Created), 0, ct).ConfigureAwait(false);
        var page = await store.ListAsync(stores.Tenant, site, new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, site, new PageRequest(2, page.Next), ct).ConfigureAwait(false);
        Check.Sequence(["A", "B", "C"], page.Items.Concat(rest.Items).Select(t => t.Name), "The tariffs by name");
        Check.Equal(null, rest.Next, "The mark at the end");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, site, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The tariffs, asked by the other");
        Check.Equal(0, (await store.AllAsync(stores.OtherTenant, site, ct).ConfigureAwait(false)).Count, "All tariffs, asked by the other");
        Check.Equal(0L, await store.BookVersionAsync(stores.OtherTenant, site, ct).ConfigureAwait(false), "The book, asked by the other");
    }

    private static async Task RemembersAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, store) = (stores.NewId<SiteId>(), stores.Get<ITariffStore>());
        var created = ATariff(stores, "Una");
        var drafted = created.Draft(EveryKind, Start, stores.NewId<PersonId>(), stores.Now(), "primera");
        var published = drafted.Publish(1, stores.NewId<PersonId>(), stores.Now());
        var ended = published.End(Start + Duration.FromDays(400));
        TariffChange[] changes =
        [
            AChange(stores, created, TariffChangeKind.Created), AChange(stores, drafted, TariffChangeKind.Drafted, 1), AChange(stores, published, TariffChangeKind.Published, 1),
            AChange(stores, ended, TariffChangeKind.Ended, 1, Start + Duration.FromDays(400)),
        ];
        Tariff[] tariffs = [created, drafted, published, ended];
        for (var i = 0; i < changes.Length; i++) await SaveAsync(stores, site, tariffs[i], changes[i], i, ct).ConfigureAwait(false);

        var page = await store.HistoryAsync(stores.Tenant, created.Id, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.HistoryAsync(stores.Tenant, created.Id, new PageRequest(3, page.Next), ct).ConfigureAwait(false);
        Check.Sequence(changes.Reverse(), page.Items.Concat(rest.Items), "The history, last first");
        Check.Equal(0, (await store.HistoryAsync(stores.OtherTenant, created.Id, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The history, asked by the other");
        var found = Check.Found(await store.FindAsync(stores.Tenant, site, created.Id, ct).ConfigureAwait(false), "The tariff");
        Check.Equal(Start + Duration.FromDays(400), found.Versions[0].EffectiveTo, "The end of the version");
    }
}
