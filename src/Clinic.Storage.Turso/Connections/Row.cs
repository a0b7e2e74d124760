using System.Globalization;
using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>The columns of one row, by position from 0; the row may change after the call that it was given to.</summary>
internal abstract class Row
{
    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    /// <summary>The text with its length, so that U+0000 inside it stays.</summary>
    public abstract string Text(int column);

    public abstract byte[] Blob(int column);

    /// <summary>Whatever stands in the column, as it could be bound again.</summary>
    public abstract SqlValue Value(int column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int Int(int column) => checked((int)Long(column));

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Bool(int column) => Long(column) != 0;

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Uuid(int column) => Guid.ParseExact(Text(column), "D");

    public Guid? UuidOrNull(int column) => IsNull(column) ? null : Uuid(column);

    public TId Id<TId>(int column)
        where TId : struct, IClinicId<TId> => TId.From(Uuid(column));

    public TId? IdOrNull<TId>(int column)
        where TId : struct, IClinicId<TId> => IsNull(column) ? null : Id<TId>(column);

    public Instant Instant(int column) => InstantExtensions.FromUnixTimeMicroseconds(Long(column));

    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public LocalDate Date(int column) => LocalDatePattern.Iso.Parse(Text(column)).Value;

    public LocalDate? DateOrNull(int column) => IsNull(column) ? null : Date(column);

    public decimal Decimal(int column) => decimal.Parse(Text(column), NumberStyles.Number, CultureInfo.InvariantCulture);

    public decimal? DecimalOrNull(int column) => IsNull(column) ? null : Decimal(column);

    public TEnum Enum<TEnum>(int column)
        where TEnum : struct, Enum => EnumText<TEnum>.Read(Text(column));

    // A NULL where none may be is a defect of a statement; zero or an empty text would hide it.
    protected static InvalidOperationException Missing(int column) => new($"Column {column} of the row is NULL.");
}
