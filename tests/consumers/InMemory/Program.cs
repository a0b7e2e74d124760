using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

var ids = new UuidV7Generator(SystemClock.Instance);
var today = new LocalDate(2026, 3, 1);

var scan = Gs1ElementString.ParseOrThrow("(01)09506000134352(17)261231(10)AB-7", today.Year);
Console.WriteLine($"scanned lot {scan.LotNumber}, usable until {scan.ExpirationDate}");

LotCandidate[] lots =
[
    Candidate(expires: new LocalDate(2027, 1, 31), onHand: 50),
    Candidate(expires: new LocalDate(2026, 6, 30), onHand: 20),
    Candidate(expires: new LocalDate(2026, 2, 28), onHand: 90),
];
Tell(30);
Tell(100);

try
{
    LotLifecycle.Next(lots[0].Lot, LotStatus.Recalled, LotTrigger.Approve);
}
catch (PharmacyException refusal)
{
    Console.WriteLine($"refused: {refusal.Code}, {refusal.Kind}");
}

LotCandidate Candidate(LocalDate expires, long onHand) =>
    new(new LotId(ids.Next()), 1, LotStatus.Approved, expires, Instant.FromUtc(2026, 1, 1, 0, 0), new StockQuantity(onHand, 0), StockQuantity.Zero(0));

void Tell(long wanted)
{
    var request = new AllocationRequest(new StockQuantity(wanted, 0), today, new StockQuantity(1, 0), AllocationPolicy.Default);
    Console.WriteLine(StockAllocator.Allocate(lots, request) switch
    {
        AllocationResult.Allocated allocated => $"allocated {string.Join(" + ", allocated.Parts.Select(p => p.Quantity))}",
        AllocationResult.Short @short => $"short: wanted {@short.Wanted}, available {@short.Available}",
        _ => "unknown answer",
    });
}
