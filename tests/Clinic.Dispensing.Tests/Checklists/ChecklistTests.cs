using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Checklists;

public sealed class ChecklistTests : Ward
{
    private ChecklistBook Book => World.Get<ChecklistBook>();

    private SaveChecklist Usual => new() { Department = World.Emergency, Title = "Carro de paro", Items = [new(World.Tablet, new(10, UnitCode.Tablet)), new(World.Ampoule, new(2, UnitCode.Ampoule), "según orden")] };

    [Fact]
    public async Task A_request_by_checklist_holds_only_its_items()
    {
        var saved = await Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual, Ct);
        var ticked = World.Asking(Tablets(5)) with { Checklist = saved.Checklist };

        await AskedAsync(ticked);

        await RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.Nurse), World.Asking(Syrup(5)) with { Checklist = saved.Checklist }, Ct), DispensingRules.ChecklistItemUnknown);
    }

    [Fact]
    public async Task A_retired_checklist_is_no_longer_used()
    {
        var saved = await Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual, Ct);
        await Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual with { Checklist = saved.Checklist, Version = 1, IsRetired = true }, Ct);

        await RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.Nurse), World.Asking(Tablets(5)) with { Checklist = saved.Checklist }, Ct), DispensingRules.ChecklistUnknown);
        Assert.Empty((await Book.ListAsync(World.As(WardPeople.Nurse), World.Emergency, PageRequest.First, Ct)).Items);
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_read()
    {
        var saved = await Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual, Ct);

        await RefusedAsync(() => Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual with { Checklist = saved.Checklist, Version = 4 }, Ct), DispensingRules.StaleVersion);
        Assert.Equal(2, (await Book.SaveAsync(World.As(WardPeople.Pharmacist), Usual with { Checklist = saved.Checklist, Version = 1 }, Ct)).Version);
    }

    [Fact]
    public Task Every_failure_of_a_checklist_is_named() => RefusedAsync(
        () => Book.SaveAsync(World.As(WardPeople.Nurse), Usual with { Department = WardWorld.Id<DepartmentId>(9), Title = "", Items = [new(World.Tablet, new(0, UnitCode.Tablet)), new(World.Tablet, new(1, UnitCode.Millilitre))] }, Ct),
        DispensingRules.RoleMissing, DispensingRules.FieldInvalid, DispensingRules.DepartmentUnknown, DispensingRules.ProductTwice, DispensingRules.QuantityNotPositive, DispensingRules.UnitUnknown);
}
