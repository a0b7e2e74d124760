using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>A value for a parameter of a statement; without a name it goes to the next <c>?</c>.</summary>
public sealed class TursoParameter : DbParameter
{
    private string name = "";
    private string column = "";

    /// <summary>Starts without name and value.</summary>
    public TursoParameter()
    {
    }

    /// <summary>Names a value; the sign (<c>@</c>, <c>:</c>, <c>$</c>) may be left out.</summary>
    public TursoParameter(string? parameterName, object? value)
    {
        name = parameterName ?? "";
        Value = value;
    }

    /// <summary>Kept for callers that ask; how a value is stored follows from its own type.</summary>
    /// <value>Default <see cref="DbType.String"/>.</value>
    public override DbType DbType { get; set; } = DbType.String;

    /// <inheritdoc/>
    /// <value>Always <see cref="ParameterDirection.Input"/>; another one is refused.</value>
    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input) throw new ArgumentException($"The direction {value} is not supported; statements only take values.", nameof(value));
        }
    }

    /// <inheritdoc/>
    public override bool IsNullable { get; set; }

    /// <inheritdoc/>
    [AllowNull]
    public override string ParameterName
    {
        get => name;
        set => name = value ?? "";
    }

    /// <summary>The most characters or bytes that are sent; longer values are cut, as ADO.NET defines it.</summary>
    /// <value>Default 0: whole values.</value>
    public override int Size { get; set; }

    /// <inheritdoc/>
    [AllowNull]
    public override string SourceColumn
    {
        get => column;
        set => column = value ?? "";
    }

    /// <inheritdoc/>
    public override DataRowVersion SourceVersion { get; set; } = DataRowVersion.Current;

    /// <inheritdoc/>
    public override bool SourceColumnNullMapping { get; set; }

    /// <summary>The value; <see cref="DBNull.Value"/> is NULL, and null means that it was forgotten.</summary>
    public override object? Value { get; set; }

    /// <inheritdoc/>
    public override void ResetDbType() => DbType = DbType.String;

    /// <summary>The name only; values may be private.</summary>
    public override string ToString() => name;

    /// <summary>The value as the database will hold it.</summary>
    internal SqlValue Bound()
    {
        var value = Value ?? throw new InvalidOperationException($"The parameter {name} has no value; DBNull.Value stands for NULL.");
        return ParameterValue.Of(Size > 0 ? Cut(value) : value);
    }

    /// <summary>Whether it is meant by a name in a statement, which has a sign.</summary>
    internal bool IsCalled(string written) =>
        name.Length == written.Length ? string.Equals(name, written, StringComparison.Ordinal)
        : name.Length == written.Length - 1 && written.AsSpan(1).SequenceEqual(name);

    private object Cut(object value) => value switch
    {
        string text when text.Length > Size => Utf16.Cut(text, Size),
        byte[] bytes when bytes.Length > Size => bytes.AsSpan(0, Size).ToArray(),
        _ => value,
    };
}
