using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Tests.Administration;

public class SiteAdministrationTests
{
    private readonly Office office = new();

    [Fact]
    public async Task A_site_with_department_and_location_is_added_and_changed()
    {
        var site = (await office.Sites.AddAsync(office.X(), new AddSite("Sede centro", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;
        var department = (await office.Sites.AddAsync(office.X(), new AddDepartment(site, "Farmacia"), Office.Stop)).Id;
        var location = (await office.Sites.AddAsync(office.X(), new AddLocation(site, department, "Bodega", LocationKind.Store, true), Office.Stop)).Id;

        await office.Sites.ChangeAsync(office.X(), new ChangeSite(site, "Sede norte", "America/Santiago"), Office.Stop);
        await office.Sites.ChangeAsync(office.X(), new ChangeDepartment(site, department, "Farmacia central"), Office.Stop);
        await office.Sites.ChangeAsync(office.X(), new ChangeLocation(location, department, "Bodega 2", false), Office.Stop);

        var stored = Assert.Single(await office.Places.SitesAsync(Office.Tenant, Office.Stop));
        Assert.Equal(("Sede norte", "America/Santiago", Currency.Usd), (stored.Name, stored.Zone.Id, stored.Currency));
        Assert.Equal("Farmacia central", Assert.Single(await office.Places.DepartmentsAsync(Office.Tenant, site, Office.Stop)).Name);
        Assert.Equal(new Location(location, site, department, "Bodega 2", LocationKind.Store, false), await office.Places.FindLocationAsync(Office.Tenant, location, Office.Stop));
        Assert.Equal(6, (await office.AuditAsync()).Count);
    }

    [Theory]
    [InlineData(Role.Pharmacist)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Auditor)]
    public async Task Nobody_but_an_administrator_changes_places(Role role)
    {
        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Sites.AddAsync(office.X(role), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Office.Stop));

        Assert.Empty(await office.Places.SitesAsync(Office.Tenant, Office.Stop));
        Assert.Equal(AuditOutcome.Refused, Assert.Single(await office.AuditAsync()).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Sede")]
    [InlineData("Se\0de")]
    [InlineData("Se\nde")]
    public async Task A_name_that_is_none_is_refused(string name) =>
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.Sites.AddAsync(office.X(), new AddSite(name, "America/Guayaquil", Currency.Usd), Office.Stop));

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var refused = await Office.RefusedAsync(ClinicRules.Malformed, () => office.Sites.AddAsync(office.X(), new AddSite(new string('x', 121), "Mars/Base", default), Office.Stop));

        Assert.Equal(["name", "zone", "currency"], refused.Failures.Select(f => f.Facts["field"]));
    }

    [Fact]
    public async Task A_name_is_taken_without_regard_to_case()
    {
        var site = (await office.Sites.AddAsync(office.X(), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;

        await Office.RefusedAsync(ClinicRules.NameTaken, () => office.Sites.AddAsync(office.X(), new AddSite("SEDE", "America/Guayaquil", Currency.Usd), Office.Stop));

        await office.Sites.ChangeAsync(office.X(), new ChangeSite(site, "SEDE", "America/Guayaquil"), Office.Stop);
    }

    [Fact]
    public async Task Only_a_store_can_be_picked_from()
    {
        var site = (await office.Sites.AddAsync(office.X(), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;
        var department = (await office.Sites.AddAsync(office.X(), new AddDepartment(site, "Farmacia"), Office.Stop)).Id;

        await Office.RefusedAsync(ClinicRules.Malformed, () => office.Sites.AddAsync(office.X(), new AddLocation(site, department, "Cuarentena", LocationKind.Quarantine, true), Office.Stop));
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.Sites.AddAsync(office.X(), new AddLocation(site, department, "Cuarentena", (LocationKind)9, false), Office.Stop));
    }

    [Fact]
    public async Task A_location_belongs_to_a_department_of_its_own_site()
    {
        var one = (await office.Sites.AddAsync(office.X(), new AddSite("Uno", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;
        var two = (await office.Sites.AddAsync(office.X(), new AddSite("Dos", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;
        var department = (await office.Sites.AddAsync(office.X(), new AddDepartment(one, "Farmacia"), Office.Stop)).Id;

        await Office.RefusedAsync(ClinicRules.PlaceUnknown, () => office.Sites.AddAsync(office.X(), new AddLocation(two, department, "Bodega", LocationKind.Store, true), Office.Stop));
        await Office.RefusedAsync(ClinicRules.PlaceUnknown, () => office.Sites.AddAsync(office.X(), new AddDepartment(new SiteId(Guid.CreateVersion7()), "Farmacia"), Office.Stop));
        await Office.RefusedAsync(ClinicRules.PlaceUnknown, () => office.Sites.ChangeAsync(office.X(), new ChangeLocation(new LocationId(Guid.CreateVersion7()), department, "X", true), Office.Stop));
    }
}
