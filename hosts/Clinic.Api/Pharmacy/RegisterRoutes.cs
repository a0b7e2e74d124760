using System.Text;
using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Rights;

namespace Clinic.Api.Pharmacy;

/// <summary>The register of controlled medicines; there is no route that writes to it.</summary>
internal static class RegisterRoutes
{
    public static void MapRegister(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Controlled register");
        Role[] readers = [.. PharmacyRights.RolesFor(PharmacyAct.ReadRegister)];
        r.Read("/register/accounts", "Controlled lots and places of a period with opening and closing balance.", AccountsAsync, readers);
        r.Read("/register/lines", "The register of a period line by line, each with the balance after it.", LinesAsync, readers);
        r.MapGet("/register/print", PrintAsync).With("/register/print", "The register of a period to print, A4 landscape.", "read", readers, changes: false);
        r.MapGet("/register/csv", CsvAsync).With("/register/csv", "The register of a period as CSV.", "read", readers, changes: false);
    }

    private static Task<Page<RegisterAccount>> AccountsAsync(
        SiteReading reading, [AsParameters] RegisterFilter filter, [AsParameters] Paged paged, ControlledRegister register, CancellationToken ct) =>
        register.AccountsAsync(reading.X, filter.Query, paged.Request, ct);

    private static Task<Page<RegisterLine>> LinesAsync(
        SiteReading reading, [AsParameters] RegisterFilter filter, [AsParameters] Paged paged, ControlledRegister register, CancellationToken ct) =>
        register.LinesAsync(reading.X, filter.Query, paged.Request, ct);

    private static async Task<IResult> PrintAsync(SiteReading reading, [AsParameters] RegisterFilter filter, ControlledRegister register, HttpContext http, CancellationToken ct)
    {
        var language = Languages.Of(http);
        return Printed.Html(http, await register.HtmlAsync(reading.X, filter.Query, language, ct), language);
    }

    private static async Task<IResult> CsvAsync(SiteReading reading, [AsParameters] RegisterFilter filter, ControlledRegister register, CancellationToken ct) =>
        Results.File(Encoding.UTF8.GetBytes(await register.CsvAsync(reading.X, filter.Query, ct)), "text/csv; charset=utf-8", "register.csv");
}
