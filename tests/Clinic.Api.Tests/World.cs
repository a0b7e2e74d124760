using System.Globalization;

namespace Clinic.Api.Tests;

/// <summary>The demo clinic with one presentation, seen over HTTP.</summary>
public sealed class World
{
    public required ApiCaller Pharmacist { get; init; }

    public required string Site { get; init; }

    public required string Store { get; init; }

    public required string Emergency { get; init; }

    public required string Quarantine { get; init; }

    public required string Medication { get; init; }

    public required string Presentation { get; init; }

    public static async Task<World> OpenAsync(ApiFactory factory, string code = "PARA500")
    {
        var pharmacist = await factory.AsAsync("pharmacist");
        var site = (await pharmacist.GetAsync("/api/v1/me")).Json["sites"]![0]!["id"]!.GetValue<string>();
        var places = (await pharmacist.GetAsync($"/api/v1/sites/{site}/locations")).Json.AsArray().ToDictionary(l => l!["name"]!.GetValue<string>(), l => l!["id"]!.GetValue<string>());
        var medication = (await pharmacist.OkAsync("/api/v1/medications", Medicine(code)))["id"];
        var presentation = (await pharmacist.OkAsync("/api/v1/presentations", Packaging(medication, $"{code}-100")))["id"];
        return new()
        {
            Pharmacist = pharmacist,
            Site = site,
            Store = places["Bodega de farmacia"],
            Emergency = places["Botiquín de emergencia"],
            Quarantine = places["Cuarentena"],
            Medication = medication,
            Presentation = presentation,
        };
    }

    public static object Medicine(string code) => new
    {
        code,
        genericName = "Paracetamol",
        doseForm = "tablet",
        ingredients = new[] { new { name = "Paracetamol", strength = new { value = 500, unit = "mg" } } },
    };

    public static object Packaging(string medication, string code) => new
    {
        medication,
        code,
        name = "Paracetamol 500 mg × 100",
        baseUnit = "{tbl}",
        levels = new object[] { new { name = "blister", contains = 10 }, new { name = "box", contains = 10 } },
        gtins = new object[] { new { gtin = "07861234567898", level = "box" } },
    };

    public object Delivery(string lot, int boxes = 2, string? expiration = "2027-03-31", string? location = null, string supplier = "Quifatex") => new
    {
        location = location ?? Store,
        supplier,
        document = "F-001",
        lines = new object[]
        {
            new
            {
                presentation = Presentation,
                lotNumber = lot,
                expiration,
                paid = new { value = boxes, unit = "box" },
                price = new { amount = decimal.Parse("8.82", CultureInfo.InvariantCulture) * boxes, currency = "USD" },
            },
        },
    };

    public object Pick(decimal quantity, string unit = "{tbl}", string? from = null) =>
        new { from = from ?? Store, lines = new object[] { new { presentation = Presentation, quantity = new { value = quantity, unit } } } };

    /// <summary>Receives a lot and returns its id.</summary>
    public async Task<string> ReceiveAsync(string lot, int boxes = 2, string expiration = "2027-03-31") =>
        (await Pharmacist.OkAsync("/api/v1/receipts", Delivery(lot, boxes, expiration))).Json["lines"]![0]!["lot"]!.GetValue<string>();

    public async Task<decimal> OnHandAsync() =>
        (await Pharmacist.GetAsync("/api/v1/stock?size=500")).Json["items"]!.AsArray().Sum(s => s!["onHand"]!.GetValue<decimal>());
}
