using Clinic.Abstractions;
using Clinic.Api.Security;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>The routes of the pharmacy.</summary>
public static class PharmacyRoutes
{
    /// <summary>Maps the table below.</summary>
    public static void MapPharmacy(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Catalogue");
        r.Read("/medications", "Lists medications by code, or those in which a text occurs.", CatalogueRoutes.MedicationsAsync);
        r.Read("/medications/{medication}", "Reads one medication.", CatalogueRoutes.MedicationAsync);
        r.Act("/medications", "Adds a medication.", ManageCatalogue, CatalogueRoutes.AddMedicationAsync);
        r.Act("/medications/{medication}/revise", "Changes a medication that was read at a version.", ManageCatalogue, CatalogueRoutes.ReviseMedicationAsync);
        r.Act("/medications/{medication}/retire", "Takes a medication out of use.", ManageCatalogue, CatalogueRoutes.RetireMedicationAsync);
        r.Read("/presentations", "Lists presentations by code, of one medication or in which a text occurs.", CatalogueRoutes.PresentationsAsync);
        r.Read("/presentations/{codeOrId}", "Reads one presentation by its id or code.", CatalogueRoutes.PresentationAsync);
        r.Act("/presentations", "Adds a presentation.", ManageCatalogue, CatalogueRoutes.AddPresentationAsync);
        r.Act("/presentations/{presentation}/revise", "Changes a presentation that was read at a version.", ManageCatalogue, CatalogueRoutes.RevisePresentationAsync);
        r.Act("/presentations/{presentation}/retire", "Takes a presentation out of use.", ManageCatalogue, CatalogueRoutes.RetirePresentationAsync);
        r.Act("/imports/catalogue", "Imports medications and presentations from CSV; with dryRun only says what would happen.", Import, ImportRoutes.CatalogueAsync);
        r.Act("/imports/opening-balances", "Imports opening balances from CSV; with dryRun only says what would happen.", Import, ImportRoutes.OpeningBalancesAsync);

        r = api.MapGroup("").WithTags("Receiving");
        r.MapPost("/scans/parse", ScanRoutes.ParseAsync).With("/scans/parse", "Reads a GS1 element string or DataMatrix payload and finds its presentation; changes nothing.", "read", [], changes: false);
        r.Read("/receipts", "Lists receipts, last received first.", ReceiptRoutes.ListAsync);
        r.Read("/receipts/{receipt}", "Reads one receipt with its lines.", ReceiptRoutes.FindAsync);
        r.Act("/receipts", "Receives a delivery: each line becomes a lot with its own cost.", Receive, ReceiptRoutes.ReceiveAsync);

        r = api.MapGroup("").WithTags("Stock");
        r.Read("/stock", "Stock now: on hand, reserved, available and value per lot and location.", StockRoutes.NowAsync);
        r.Read("/stock/as-of", "Stock and value as of an instant, optionally as it was known at another.", StockRoutes.AsOfAsync);
        r.Read("/stock/value", "Only the value as of an instant, one sum per currency.", StockRoutes.ValueAsync);
        r.Read("/stock/differences", "Balances that do not equal the sum of their movements; there must be none.", StockRoutes.DifferencesAsync, Role.Auditor, Role.Supervisor, Role.Administrator, Role.Pharmacist);
        r.Read("/movements", "The ledger, last movement first.", StockRoutes.MovementsAsync);
        r.Read("/postings/{posting}", "One posting with its movements and what was taken back of it.", StockRoutes.PostingAsync);
        r.Act("/postings/{posting}/reverse", "Takes a posting back that was a mistake.", Reverse, HandlingRoutes.ReverseAsync);
        r.Act("/issues", "Hands stock out, by policy (first expiry first), chosen lots or a reservation.", Issue, HandlingRoutes.IssueAsync);
        r.Act("/returns", "Takes back part of what was issued.", Return, HandlingRoutes.ReturnAsync);
        r.Act("/waste", "Discards stock of a lot.", Waste, HandlingRoutes.WasteAsync);
        r.Act("/adjustments", "Corrects the stock of a lot with a reason.", Adjust, HandlingRoutes.AdjustAsync);
        r.Read("/counts", "Lists physical counts, last first.", HandlingRoutes.CountsAsync);
        r.Act("/counts", "Writes a physical count and its difference.", Count, HandlingRoutes.CountAsync);
        r.Act("/moves", "Moves part of a lot at once to another location of the site.", Transfer, TransferRoutes.MoveAsync);

        r = api.MapGroup("").WithTags("Lots");
        r.Read("/lots", "Lists lots by expiration date.", LotRoutes.ListAsync);
        r.Read("/lots/recipients", "Who received a manufacturer's lot number, last first.", LotRoutes.RecipientsAsync);
        r.Read("/lots/{lot}", "Reads one lot.", LotRoutes.FindAsync);
        r.Act("/lots/{lot}/status", "Holds, quarantines, approves or condemns a lot.", BlockLot, ApproveLot, LotRoutes.ChangeStatusAsync);
        r.Act("/lots/recall", "Recalls every receipt of a manufacturer's lot number.", BlockLot, LotRoutes.RecallAsync);

        r = api.MapGroup("").WithTags("Transfers");
        r.Read("/transfers", "Lists transfers, last sent first.", TransferRoutes.ListAsync);
        r.Read("/transfers/{transfer}", "Reads one transfer.", TransferRoutes.FindAsync);
        r.Act("/transfers", "Sends stock towards another location; it is counted in transit until it arrives.", Transfer, TransferRoutes.DispatchAsync);
        r.Act("/transfers/{transfer}/receive", "Takes in what arrived of a transfer.", Transfer, TransferRoutes.ReceiveAsync);
        r.Act("/transfers/{transfer}/write-off", "Writes off what never arrived of a transfer.", Adjust, TransferRoutes.WriteOffAsync);

        r = api.MapGroup("").WithTags("Reservations");
        r.Read("/reservations", "Lists reservations, newest first.", ReservationRoutes.ListAsync);
        r.Read("/reservations/{reservation}", "Reads one reservation.", ReservationRoutes.FindAsync);
        r.Act("/reservations", "Keeps stock aside for an owner until an instant.", Reserve, ReservationRoutes.ReserveAsync);
        r.Act("/reservations/{reservation}/release", "Gives a reservation free before its time.", Reserve, ReservationRoutes.ReleaseAsync);

        api.MapAlerts();
        api.MapCountSessions();
        api.MapPrices();
        api.MapRecalls();
        api.MapRegister();
        api.MapReports();
        api.MapRequisitions();
        api.MapSales();
    }
}
