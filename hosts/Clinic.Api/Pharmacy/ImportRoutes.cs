using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Imports;

namespace Clinic.Api.Pharmacy;

/// <summary>Imports from CSV.</summary>
internal static class ImportRoutes
{
    public static async Task<ImportResponse> CatalogueAsync(ClinicCommand command, bool? dryRun, CsvBody csv, CatalogueImport import, HttpContext http, CancellationToken ct)
    {
        if (dryRun == true) return Response(await import.DryRunAsync(command.X.Tenant, csv.Text, ct), http);
        return Response(await import.ImportAsync(command.X, new ImportCatalogue(csv.Text), ct));
    }

    public static async Task<ImportResponse> OpeningBalancesAsync(
        SiteCommand command, bool? dryRun, Moment? at, CsvBody csv, OpeningBalanceImport import, HttpContext http, CancellationToken ct)
    {
        if (dryRun == true) return Response(await import.DryRunAsync(command.X, csv.Text, ct), http);
        return Response(await import.ImportAsync(command.X, new ImportOpeningBalances(csv.Text, at?.Value), ct));
    }

    private static ImportResponse Response(ImportAnswer answer) => new(DryRun: false, answer.Rows, answer.Added, answer.Changed, answer.Unchanged, []);

    private static ImportResponse Response(ImportReport report, HttpContext http)
    {
        var language = Languages.Of(http);
        return new(DryRun: true, report.Rows, report.Added, report.Changed, report.Unchanged,
            [.. report.Problems.Select(p => new ClinicError(p.Code, PharmacyRules.Texts.Describe(p, language), p.Facts))]);
    }
}
