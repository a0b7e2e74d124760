using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What should be asked of a presentation, and from what that was calculated.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Minimum">At or below this, more is asked.</param>
/// <param name="Maximum">Up to this.</param>
/// <param name="OnHand">What lies there and may be used.</param>
/// <param name="OnTheWay">What is in transit to it or asked and not refused.</param>
/// <param name="Multiple">The pack in which it is asked, in base units.</param>
/// <param name="Ask">What to ask for, in whole packs; zero for nothing.</param>
public sealed record SuggestedLine(
    PresentationId Presentation, StockQuantity Minimum, StockQuantity Maximum, StockQuantity OnHand, StockQuantity OnTheWay, StockQuantity Multiple, StockQuantity Ask);
