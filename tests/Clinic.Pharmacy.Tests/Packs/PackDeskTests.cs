using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Packs;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Packs;

public class PackDeskTests
{
    private const string Number = "07861234500017";
    private readonly Hospital hospital = new();
    private readonly InMemoryPackRegistry registry = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static PackIdentity Pack { get; } = new(Gtin.Parse(Number), "S1", "L1", Gs1Date.Of(new(2026, 9, 30)));

    private static string Scan { get; } = $"(01){Number}(17)260930(10)L1(21)S1";

    private PackDesk Desk => new(hospital.Get<IUnitOfWork>(), registry, hospital.Get<IPresentationStore>(), hospital.Get<ILotStore>(), hospital.Get<ISiteDirectory>(), hospital.Clock);

    private Task<PackAnswer> UndoAsync(bool intact = true, string? scan = null, CommandContext? x = null) =>
        Desk.UndoAsync(x ?? hospital.As(), new() { Scan = scan ?? Scan, IsIntact = intact }, Ct);

    private async Task SuppliedAsync(SiteId? site = null)
    {
        registry.Upload(hospital.Tenant, Pack);
        Assert.Empty(await registry.DecommissionAsync(hospital.Tenant, site ?? hospital.Site.Id, [Pack], PackState.Supplied, Guid.NewGuid(), hospital.Clock.Now, Ct));
    }

    [Fact]
    public async Task A_pack_is_unknown_active_supplied_and_active_again()
    {
        Assert.Equal(PackState.Unknown, (await Desk.VerifyAsync(hospital.As(), Scan, Ct)).State);
        await SuppliedAsync();
        Assert.Equal(PackState.Supplied, (await Desk.VerifyAsync(hospital.As(), Scan, Ct)).State);
        hospital.Clock.Advance(Duration.FromDays(10));

        Assert.Equal(PackState.Active, (await UndoAsync()).State);

        Assert.Equal(PackState.Active, (await Desk.VerifyAsync(hospital.As(), Scan, Ct)).State);
    }

    [Fact]
    public async Task Another_printed_date_under_a_known_serial_is_unknown()
    {
        registry.Upload(hospital.Tenant, Pack);

        Assert.Equal(PackState.Unknown, (await Desk.VerifyAsync(hospital.As(), Scan.Replace("260930", "260900", StringComparison.Ordinal), Ct)).State);
    }

    [Fact]
    public async Task Ten_days_and_a_moment_or_another_site_are_too_late()
    {
        await SuppliedAsync();
        hospital.Clock.Advance(Duration.FromDays(10) + Duration.FromSeconds(1));
        await Refused.WithAsync(() => UndoAsync(), PharmacyRules.PackUndoTooLate);

        await SuppliedAsync(Hospital.Id<SiteId>(9));
        await Refused.WithAsync(() => UndoAsync(), PharmacyRules.PackUndoTooLate);
    }

    [Fact]
    public async Task Every_guard_of_an_undo_is_told_at_once()
    {
        var presentation = await hospital.PresentationAsync(gtins: [new(Gtin.Parse(Number))]);
        await hospital.LotAsync(presentation, 10, "L1", new(2026, 9, 30));
        await hospital.Get<LotControl>().RecallAsync(hospital.As(), new(presentation.Id, new("L1"), "alerta"), Ct);
        registry.Upload(hospital.Tenant, Pack);
        hospital.Clock.Advance(Duration.FromDays(300));

        await Refused.WithAsync(() => UndoAsync(intact: false, x: hospital.As(hospital.Nurse)),
            PharmacyRules.RoleMissing, PharmacyRules.PackNotIntact, PharmacyRules.PackNotSupplied, PharmacyRules.PackExpired, PharmacyRules.PackRecalled);
        await Refused.WithAsync(() => UndoAsync(scan: $"(01){Number}(10)L1"), PharmacyRules.PackIncomplete);
    }

    [Fact]
    public async Task An_act_that_is_repeated_changes_nothing_and_one_that_fails_takes_no_pack()
    {
        registry.Upload(hospital.Tenant, Pack);
        var (key, at, other) = (Guid.NewGuid(), hospital.Clock.Now, Pack with { Serial = "S2" });

        Assert.Single(await registry.DecommissionAsync(hospital.Tenant, hospital.Site.Id, [Pack, other], PackState.Supplied, key, at, Ct));
        Assert.Equal(PackState.Active, (await registry.VerifyAsync(hospital.Tenant, Pack, Ct)).State);
        Assert.Empty(await registry.DecommissionAsync(hospital.Tenant, hospital.Site.Id, [Pack], PackState.Supplied, key, at, Ct));
        Assert.Empty(await registry.DecommissionAsync(hospital.Tenant, hospital.Site.Id, [Pack], PackState.Supplied, key, at, Ct));
        Assert.Single(await registry.DecommissionAsync(hospital.Tenant, hospital.Site.Id, [Pack], PackState.Supplied, Guid.NewGuid(), at, Ct));
        registry.Mark(hospital.Tenant, Pack, PackState.Stolen);
        Assert.Equal(PackState.Stolen, (await registry.UndoAsync(hospital.Tenant, hospital.Site.Id, Pack, at, Ct)).State);
    }
}
