using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Gs1;

/// <summary>A date of a GS1 symbol: the six printed digits and the day they mean.</summary>
/// <remarks>
/// Day 00 means the last day of the month. The digits are kept because verification systems compare them as text.
/// The default value is no date and refused wherever a GS1 date is taken.
/// </remarks>
public readonly record struct Gs1Date
{
    /// <summary>The earliest year that may be given as reference.</summary>
    public const int EarliestReferenceYear = 50;

    /// <summary>The latest year that may be given as reference.</summary>
    public const int LatestReferenceYear = 9949;

    private readonly int digits;

    private Gs1Date(int digits, LocalDate date)
    {
        this.digits = digits;
        Date = date;
    }

    /// <summary>The day that the digits mean.</summary>
    public LocalDate Date { get; }

    /// <summary>The six digits as printed, year, month and day.</summary>
    public string Raw => digits.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Whether only the month was printed, with 00 as its day.</summary>
    public bool IsMonthOnly => digits % 100 == 0;

    /// <summary>Whether this is the default value, which is no date.</summary>
    public bool IsEmpty => digits == 0;

    /// <summary>The year that two digits mean, between 49 years before and 50 after the reference.</summary>
    /// <remarks>GS1 General Specifications, 7.12: exactly one year of that window ends in the two digits.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The digits are not 0 to 99, or the reference is out of bounds.</exception>
    public static int YearOf(int twoDigits, int referenceYear)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(twoDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(twoDigits, 99);
        CheckReference(referenceYear);
        var first = referenceYear - 49;
        return first + ((twoDigits - (first % 100) + 100) % 100);
    }

    /// <summary>A day entered by a person, with the digits that would be printed for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1.</exception>
    public static Gs1Date Of(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        ArgumentOutOfRangeException.ThrowIfLessThan(iso.Year, 1, nameof(date));
        return new((((iso.Year % 100) * 100) + iso.Month) * 100 + iso.Day, iso);
    }

    /// <summary>A month entered by a person: its last day, with 00 as printed day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1.</exception>
    public static Gs1Date OfMonth(YearMonth month)
    {
        var last = Of(month.OnDayOfMonth(1)).Date.With(DateAdjusters.EndOfMonth);
        return new(((last.Year % 100) * 100 + last.Month) * 100, last);
    }

    /// <summary>Reads six digits without throwing on any text; false when they are no date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reference year is out of bounds.</exception>
    public static bool TryParse(ReadOnlySpan<char> text, int referenceYear, out Gs1Date date)
    {
        CheckReference(referenceYear);
        date = default;
        return text.Length == 6
            && Gs1Charset.Digits.FirstOther(text) < 0
            && Read(text, referenceYear, out date) < 0;
    }

    /// <summary>The day in ISO form.</summary>
    public override string ToString() => LocalDatePattern.Iso.Format(Date);

    internal static void CheckReference(int referenceYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(referenceYear, EarliestReferenceYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(referenceYear, LatestReferenceYear);
    }

    /// <summary>Reads six checked digits; gives the offset of an impossible month or day, or -1.</summary>
    internal static int Read(ReadOnlySpan<char> six, int referenceYear, out Gs1Date date)
    {
        date = default;
        var (year, month, day) = (YearOf(Two(six), referenceYear), Two(six[2..]), Two(six[4..]));
        if (month is < 1 or > 12) return 2;
        var last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day > last) return 4;
        date = new((((year % 100) * 100) + month) * 100 + day, new LocalDate(year, month, day == 0 ? last : day));
        return -1;
    }

    /// <summary>Writes the six digits and returns their count.</summary>
    internal int Write(Span<char> target)
    {
        digits.TryFormat(target, out var written, "D6", CultureInfo.InvariantCulture);
        return written;
    }

    private static int Two(ReadOnlySpan<char> text) => ((text[0] - '0') * 10) + (text[1] - '0');
}
