using System.Globalization;
using System.Text;
using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>The columns of the row at which a statement stands, by position from 0.</summary>
internal sealed class Row(sqlite3_stmt statement)
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(Present(column), column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int Int(int column) => checked((int)Long(column));

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Bool(int column) => Long(column) != 0;

    /// <summary>The text with its length, so that U+0000 inside it stays.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(Present(column), column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(Present(column), column).ToArray();

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
    private sqlite3_stmt Present(int column) =>
        IsNull(column) ? throw new InvalidOperationException($"Column {column} of the row is NULL.") : statement;
}
