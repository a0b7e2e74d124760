using System.Data.Common;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <content>The values of the row at which it stands.</content>
public sealed partial class TursoDataReader
{
    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => FieldReader.Int64(Row(ordinal), ordinal) != 0;

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => checked((byte)FieldReader.Int64(Row(ordinal), ordinal));

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => FieldReader.Char(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => FieldReader.ToDateTime(Row(ordinal), ordinal);

    /// <summary>Reads a date and time with its offset; without one, UTC.</summary>
    public DateTimeOffset GetDateTimeOffset(int ordinal) => FieldReader.ToDateTimeOffset(Row(ordinal), ordinal);

    /// <summary>Reads a duration, from text or from days.</summary>
    public TimeSpan GetTimeSpan(int ordinal) => FieldReader.ToTimeSpan(Row(ordinal), ordinal);

    /// <summary>Reads an instant, kept as microseconds since 1970.</summary>
    public Instant GetInstant(int ordinal) => FieldReader.ToInstant(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => FieldReader.Decimal(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => FieldReader.Double(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => (float)FieldReader.Double(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => FieldReader.Uuid(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => checked((short)FieldReader.Int64(Row(ordinal), ordinal));

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => checked((int)FieldReader.Int64(Row(ordinal), ordinal));

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => FieldReader.Int64(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => FieldReader.Text(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => FieldReader.Value(Row(ordinal), ordinal);

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => Row(ordinal).Kind(ordinal) == ValueKind.Null;

    /// <inheritdoc/>
    public override Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<bool>(cancellationToken) : Task.FromResult(IsDBNull(ordinal));

    /// <inheritdoc/>
    public override int GetValues(object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = Row(0);
        var count = Math.Min(values.Length, fieldCount);
        for (var i = 0; i < count; i++) values[i] = FieldReader.Value(row, i);
        return count;
    }

    /// <inheritdoc/>
    public override Type GetFieldType(int ordinal)
    {
        var open = Column(ordinal);
        var kind = open.IsAtRow ? open.Kind(ordinal) : ValueKind.Null;
        return kind == ValueKind.Null ? Affinity.TypeOf(open.Columns[ordinal].DeclaredType) : Affinity.TypeOf(kind);
    }

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal)
    {
        var open = Column(ordinal);
        return Affinity.Name(open.Columns[ordinal].DeclaredType) ?? Affinity.Name(open.IsAtRow ? open.Kind(ordinal) : ValueKind.Null);
    }

    /// <inheritdoc/>
    public override string GetName(int ordinal) => Column(ordinal).Columns[ordinal].Name;

    /// <summary>The place of a column: of the first with exactly this name, or else the first in any case.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public override int GetOrdinal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var columns = Open("GetOrdinal").Columns;
        for (var i = 0; i < columns.Length; i++)
        {
            if (string.Equals(columns[i].Name, name, StringComparison.Ordinal)) return i;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (string.Equals(columns[i].Name, name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        throw NoColumn($"There is no column {name}; there are {string.Join(", ", columns.Select(c => c.Name))}.");
    }

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var row = Row(ordinal);
        var bytes = row.Kind(ordinal) == ValueKind.Blob ? row.Bytes(ordinal) : FieldReader.Bytes(row, ordinal);
        return Part(bytes, dataOffset, buffer, bufferOffset, length);
    }

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Part<char>(FieldReader.Text(Row(ordinal), ordinal), dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override Stream GetStream(int ordinal) => new MemoryStream(FieldReader.Bytes(Row(ordinal), ordinal), writable: false);

    /// <inheritdoc/>
    public override TextReader GetTextReader(int ordinal)
    {
        var row = Row(ordinal);
        return row.Kind(ordinal) == ValueKind.Blob
            ? new StreamReader(new MemoryStream(row.Blob(ordinal), writable: false), Encoding.UTF8)
            : new StringReader(FieldReader.Text(row, ordinal));
    }

    /// <summary>Reads a value as a type: numbers, text, bytes, dates and times of .NET and NodaTime, UUIDs, enums, streams, and what may be null of them.</summary>
    /// <exception cref="InvalidCastException">The value is NULL or something else; nothing is rounded or cut.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public override T GetFieldValue<T>(int ordinal)
    {
        var row = Row(ordinal);
        if (typeof(T) == typeof(long)) return (T)(object)FieldReader.Int64(row, ordinal);
        if (typeof(T) == typeof(int)) return (T)(object)GetInt32(ordinal);
        if (typeof(T) == typeof(string)) return (T)(object)FieldReader.Text(row, ordinal);
        if (typeof(T) == typeof(double)) return (T)(object)FieldReader.Double(row, ordinal);
        if (typeof(T) == typeof(bool)) return (T)(object)GetBoolean(ordinal);
        if (typeof(T) == typeof(decimal)) return (T)(object)FieldReader.Decimal(row, ordinal);
        if (typeof(T) == typeof(Guid)) return (T)(object)FieldReader.Uuid(row, ordinal);
        if (typeof(T) == typeof(Instant)) return (T)(object)FieldReader.ToInstant(row, ordinal);
        return (T)Field(typeof(T), row, ordinal);
    }

    /// <inheritdoc/>
    public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(GetFieldValue<T>(ordinal));

    /// <inheritdoc/>
    protected override DbDataReader GetDbDataReader(int ordinal) => throw new NotSupportedException("There are no readers inside of rows.");

    private object Field(Type type, Results row, int ordinal)
    {
        if (type == typeof(object)) return FieldReader.Value(row, ordinal);
        if (Nullable.GetUnderlyingType(type) is { } inner) return row.Kind(ordinal) == ValueKind.Null ? null! : Field(inner, row, ordinal);
        if (type == typeof(DBNull)) return row.Kind(ordinal) == ValueKind.Null ? DBNull.Value : throw FieldReader.Wrong(row, ordinal, row.Kind(ordinal), "NULL");
        if (type == typeof(byte[])) return FieldReader.Bytes(row, ordinal);
        if (type == typeof(ReadOnlyMemory<byte>)) return new ReadOnlyMemory<byte>(FieldReader.Bytes(row, ordinal));
        if (type == typeof(Memory<byte>)) return new Memory<byte>(FieldReader.Bytes(row, ordinal));
        if (type == typeof(Stream)) return GetStream(ordinal);
        if (type == typeof(TextReader)) return GetTextReader(ordinal);
        if (type.IsEnum) return EnumOf(type, row, ordinal);
        return Time(type, row, ordinal) ?? Number(type, row, ordinal)
            ?? throw new InvalidCastException($"Values cannot be read as {type}; read one of the types that parameters take.");
    }

    private object? Number(Type type, Results row, int ordinal) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int64 => FieldReader.Int64(row, ordinal),
        TypeCode.Int32 => GetInt32(ordinal),
        TypeCode.Int16 => GetInt16(ordinal),
        TypeCode.SByte => checked((sbyte)FieldReader.Int64(row, ordinal)),
        TypeCode.Byte => GetByte(ordinal),
        TypeCode.UInt16 => checked((ushort)FieldReader.Int64(row, ordinal)),
        TypeCode.UInt32 => checked((uint)FieldReader.Int64(row, ordinal)),
        TypeCode.UInt64 => checked((ulong)FieldReader.Int64(row, ordinal)),
        TypeCode.Boolean => GetBoolean(ordinal),
        TypeCode.Char => GetChar(ordinal),
        TypeCode.Single => GetFloat(ordinal),
        TypeCode.Double => GetDouble(ordinal),
        TypeCode.Decimal => GetDecimal(ordinal),
        TypeCode.String => GetString(ordinal),
        _ => type == typeof(Guid) ? GetGuid(ordinal) : null,
    };

    private static object? Time(Type type, Results row, int ordinal)
    {
        if (type == typeof(DateTime)) return FieldReader.ToDateTime(row, ordinal);
        if (type == typeof(DateTimeOffset)) return FieldReader.ToDateTimeOffset(row, ordinal);
        if (type == typeof(DateOnly)) return FieldReader.ToDateOnly(row, ordinal);
        if (type == typeof(TimeOnly)) return FieldReader.ToTimeOnly(row, ordinal);
        if (type == typeof(TimeSpan)) return FieldReader.ToTimeSpan(row, ordinal);
        if (type == typeof(Instant)) return FieldReader.ToInstant(row, ordinal);
        if (type == typeof(LocalDate)) return FieldReader.Parse(row, ordinal, LocalDatePattern.Iso, "a date");
        if (type == typeof(LocalTime)) return FieldReader.Parse(row, ordinal, LocalTimePattern.ExtendedIso, "a time of day");
        if (type == typeof(LocalDateTime)) return FieldReader.Parse(row, ordinal, LocalDateTimePattern.ExtendedIso, "a date and time");
        return type == typeof(Duration) ? FieldReader.Parse(row, ordinal, DurationPattern.Roundtrip, "a duration") : null;
    }

    // A number that the type cannot hold is refused; one without a name is kept, as C# does.
    private static object EnumOf(Type type, Results row, int ordinal)
    {
        if (row.Kind(ordinal) == ValueKind.Text) return Enum.TryParse(type, row.Text(ordinal), ignoreCase: true, out var named) ? named : throw FieldReader.Wrong(row, ordinal, ValueKind.Text, $"a {type.Name}");
        var number = FieldReader.Int64(row, ordinal);
        return Enum.ToObject(type, Convert.ChangeType(number, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture));
    }

    private static long Part<T>(ReadOnlySpan<T> data, long dataOffset, T[]? buffer, int bufferOffset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataOffset);
        if (buffer is null) return data.Length;
        ArgumentOutOfRangeException.ThrowIfNegative(bufferOffset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bufferOffset, buffer.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > buffer.Length - bufferOffset) throw new ArgumentException("The buffer is too small for the length from the offset on.", nameof(length));
        if (dataOffset >= data.Length) return 0;
        var part = data[(int)dataOffset..];
        if (part.Length > length) part = part[..length];
        part.CopyTo(buffer.AsSpan(bufferOffset));
        return part.Length;
    }

    private Results Row(int ordinal)
    {
        if (isAtRow && (uint)ordinal < (uint)fieldCount) return results!;
        var open = Column(ordinal);
        return isAtRow ? open : throw new InvalidOperationException("The reader stands at no row; call Read first, and use its answer.");
    }

    private Results Column(int ordinal)
    {
        var open = Open("This");
        if (fieldCount == 0) throw new InvalidOperationException("The reader stands at no result; the statement has no columns.");
        return (uint)ordinal < (uint)fieldCount ? open : throw NoColumn($"There is no column {ordinal}; the result has {fieldCount}, counted from 0.");
    }

    // ADO.NET names this very exception for unknown columns.
    private static IndexOutOfRangeException NoColumn(string text) => new(text);
}
