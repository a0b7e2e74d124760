using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Catalogue;

public sealed class CatalogueTests
{
    private static readonly MedicationData Amoxicillin =
        new("AMX", "Amoxicilina", "tableta", [new Ingredient("amoxicillin", new Quantity(500, UnitCode.Milligram))], "Amoxil");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_medication_is_added_revised_and_retired_by_version()
    {
        var h = new Hospital();
        var catalogue = h.Get<MedicationCatalogue>();
        var added = await catalogue.AddAsync(h.As(), new(Amoxicillin), Ct);

        var revised = await catalogue.ReviseAsync(h.As(), new(added.Id, 1, Amoxicillin with { GenericName = "Amoxicilina trihidrato" }), Ct);
        await Refused.WithAsync(() => catalogue.ReviseAsync(h.As(), new(added.Id, 1, Amoxicillin), Ct), PharmacyRules.StaleVersion);
        await catalogue.RetireAsync(h.As(), new(added.Id, revised.Version), Ct);

        await Refused.WithAsync(() => catalogue.ReviseAsync(h.As(), new(added.Id, 3, Amoxicillin), Ct), PharmacyRules.Retired);
        await Refused.WithAsync(() => h.Get<PresentationCatalogue>().AddAsync(h.As(), new(Pack(added.Id)), Ct), PharmacyRules.Retired);
        await Refused.WithAsync(() => catalogue.AddAsync(h.As(), new(Amoxicillin), Ct), PharmacyRules.CodeTaken);
        await Refused.WithAsync(() => catalogue.RetireAsync(h.As(), new(Hospital.Id<MedicationId>(9), 1), Ct), PharmacyRules.MedicationUnknown);
        Assert.Equal("Amoxicilina trihidrato", (await h.Get<IMedicationStore>().FindByCodeAsync(h.Tenant, "AMX", Ct))!.GenericName);
    }

    [Fact]
    public async Task Every_wrong_field_of_a_medication_is_named()
    {
        var h = new Hospital();
        var wrong = Amoxicillin with
        {
            Code = new string('x', 1_000_000),
            GenericName = "a\u0001",
            DoseForm = "",
            CommercialName = " x",
            AtcCode = "ABCDEFGHIJK",
            Ingredients = [new("", new Quantity(0, UnitCode.Milligram), new Quantity(-1, UnitCode.Millilitre))],
            Storage = new(8, 2),
        };

        var e = await Assert.ThrowsAsync<PharmacyException>(() => h.Get<MedicationCatalogue>().AddAsync(h.As(), new(wrong), Ct));

        Assert.All(e.Failures, f => Assert.Equal(PharmacyRules.FieldInvalid, f.Code));
        Assert.Equal(
            ["code", "genericName", "commercialName", "atcCode", "doseForm", "ingredient.name", "ingredient.strength", "ingredient.per", "storage.temperature"],
            e.Failures.Select(f => f.Facts["field"]));
        Assert.True(e.Message.Length < 10_000);
    }

    [Fact]
    public async Task Packs_freeze_when_the_first_stock_comes_in_and_the_rest_may_change()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync(levels: [new("blister", 10)]);
        var catalogue = h.Get<PresentationCatalogue>();
        var data = new PresentationData(p.Medication, p.Code, p.Name, p.BaseUnit, 0, [new("blister", 12)]);
        var changed = await catalogue.ReviseAsync(h.As(), new(p.Id, 1, data), Ct);
        var lot = await h.LotAsync((await h.Get<IPresentationStore>().FindAsync(h.Tenant, p.Id, Ct))!, 24);
        Assert.Equal(24, await h.OnHandAsync(lot));

        await Refused.WithAsync(() => catalogue.ReviseAsync(h.As(), new(p.Id, changed.Version, data), Ct), PharmacyRules.StaleVersion);
        var version = changed.Version + 1;
        foreach (var frozen in (PresentationData[])[data with { Levels = [new("blister", 10)] }, data with { Scale = 2 }, data with { BaseUnit = UnitCode.Capsule }, data with { Levels = [new("blister", 12, false)] }])
            await Refused.WithAsync(() => catalogue.ReviseAsync(h.As(), new(p.Id, version, frozen), Ct), PharmacyRules.PackagingFrozen);
        var renamed = await catalogue.ReviseAsync(h.As(), new(p.Id, version, data with { Name = "Otro nombre", RequiresExpiry = false }), Ct);
        Assert.Equal(version + 1, renamed.Version);
    }

    [Fact]
    public async Task Packs_that_change_while_the_first_stock_comes_in_are_looked_at_again()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync(levels: [new("blister", 10)]);
        var command = new RevisePresentation(p.Id, 1, new(p.Medication, p.Code, p.Name, p.BaseUnit, 3, [new("blister", 12)]));
        var catalogue = h.Get<PresentationCatalogue>();
        var barrier = new SlowMovements(h.Get<Clinic.Pharmacy.Stock.IMovementStore>(), () => Apart.Run(() => h.LotAsync(p, 10)));
        var slow = new PresentationCatalogue(h.Get<IUnitOfWork>(), h.Get<IMedicationStore>(), h.Get<IPresentationStore>(), barrier, h.Get<IIdGenerator>());

        await Refused.WithAsync(() => slow.ReviseAsync(h.As(), command, Ct), PharmacyRules.StaleVersion);

        Assert.Equal(0, (await h.Get<IPresentationStore>().FindAsync(h.Tenant, p.Id, Ct))!.Scale);
        await Refused.WithAsync(() => catalogue.ReviseAsync(h.As(), command with { Version = 2 }, Ct), PharmacyRules.PackagingFrozen);
    }

    [Fact]
    public async Task A_GTIN_and_a_code_belong_to_one_presentation()
    {
        var h = new Hospital();
        var gtin = new PresentationGtin(Gtin.Parse("07861234500017"), "box");
        var first = await h.PresentationAsync("ONE", gtins: [gtin]);
        var medication = first.Medication;
        var catalogue = h.Get<PresentationCatalogue>();

        await Refused.WithAsync(() => catalogue.AddAsync(h.As(), new(Pack(medication) with { Gtins = [gtin with { Level = null }] }), Ct), PharmacyRules.GtinTaken);
        await Refused.WithAsync(() => catalogue.AddAsync(h.As(), new(Pack(medication) with { Code = "ONE" }), Ct), PharmacyRules.CodeTaken);
        await Refused.WithAsync(() => catalogue.AddAsync(h.As(), new(Pack(Hospital.Id<MedicationId>(77))), Ct), PharmacyRules.MedicationUnknown);
        await Refused.WithAsync(() => catalogue.RetireAsync(h.As(), new(Hospital.Id<PresentationId>(77), 1), Ct), PharmacyRules.PresentationUnknown);
        await catalogue.ReviseAsync(h.As(), new(first.Id, 1, new(medication, "ONE", "x", UnitCode.Tablet, 0, [new("blister", 10), new("box", 10)])), Ct);
        await catalogue.AddAsync(h.As(), new(Pack(medication) with { Gtins = [gtin with { Level = null }] }), Ct);
        Assert.Equal("PK", (await h.Get<IPresentationStore>().FindByGtinAsync(h.Tenant, gtin.Gtin, Ct))!.Code);
    }

    [Fact]
    public async Task Every_wrong_field_of_a_presentation_is_named_and_nothing_overflows()
    {
        var h = new Hospital();
        var medication = (await h.PresentationAsync()).Medication;
        var six = Enumerable.Range(0, 6).Select(i => new PackLevel($"level{i}", int.MaxValue)).ToList();
        var wrong = new PresentationData(
            medication, "", "", UnitCode.Tablet, 7, [.. six, new("{tbl}", 0), new("con espacio", -3)],
            [new(Gtin.Parse("07861234500017"), "none"), new(Gtin.Parse("07861234500017"))], ContainerContent: new Quantity(0, UnitCode.Millilitre), BeyondUse: Duration.Zero);

        var e = await Assert.ThrowsAsync<PharmacyException>(() => h.Get<PresentationCatalogue>().AddAsync(h.As(), new(wrong), Ct));

        Assert.All(e.Failures, f => Assert.Equal(PharmacyRules.FieldInvalid, f.Code));
        Assert.Equal(
            ["beyondUse", "code", "containerContent", "gtin.level", "gtins", "level.contains", "level.name", "levels", "name", "scale"],
            e.Failures.Select(f => f.Facts["field"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_catalogue_is_searched_without_regard_to_accents_and_case()
    {
        var h = new Hospital();
        await h.Get<MedicationCatalogue>().AddAsync(h.As(), new(Amoxicillin with { Code = "ACI", GenericName = "Ácido fólico ñandú" }), Ct);

        foreach (var text in (string[])["ÁCIDO", "acido", "FOLICO", "nandu", "aci"])
            Assert.Single((await h.Get<IMedicationStore>().ListAsync(h.Tenant, text, new PageRequest(), Ct)).Items);
        Assert.Empty((await h.Get<IMedicationStore>().ListAsync(h.Tenant, "zinc", new PageRequest(), Ct)).Items);
        var p = await h.PresentationAsync("ZZ");
        Assert.Equal(p.Id, (await h.Inquiries.PresentationAsync(h.Tenant, "ZZ", Ct)).Id);
        Assert.Equal(p.Id, (await h.Inquiries.PresentationAsync(h.Tenant, p.Id.ToString(), Ct)).Id);
        await Refused.WithAsync(() => h.Inquiries.PresentationAsync(h.Tenant, "none", Ct), PharmacyRules.PresentationUnknown);
    }

    [Fact]
    public void The_largest_pack_that_cannot_be_opened_leaves_whole()
    {
        Presentation Of(params PackLevel[] levels) => Presentation.Restore(Pack(Hospital.Id<MedicationId>(1), levels).ToSnapshot(Hospital.Id<PresentationId>(1)));

        Assert.Equal(1, Of(new PackLevel("a", 10), new PackLevel("b", 10)).IssueMultiple.Value);
        Assert.Equal(10, Of(new PackLevel("a", 10, false), new PackLevel("b", 10)).IssueMultiple.Value);
        Assert.Equal(100, Of(new PackLevel("a", 10), new PackLevel("b", 10, false)).IssueMultiple.Value);
        Assert.True(Of(new PackLevel("a", 10)).CanOpenPack);
        Assert.Equal((1L, 10L, null), (Of(new PackLevel("a", 10)).UnitsPer("{tbl}"), Of(new PackLevel("a", 10)).UnitsPer("a"), Of(new PackLevel("a", 10)).UnitsPer("A")));
    }

    private static PresentationData Pack(MedicationId medication, params PackLevel[] levels) => new(medication, "PK", "Paquete", UnitCode.Tablet, 0, levels);
}
