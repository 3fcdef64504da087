using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>How values are stored, in the same way on both databases (docs/adr/0006).</summary>
internal static class Conventions
{
    /// <summary>The length of a SHA-256 hash in hex.</summary>
    public const int HashLength = 64;

    public static void UseTrackerConventions(this ModelConfigurationBuilder configuration)
    {
        foreach (var type in typeof(Entity).Assembly.GetTypes().Where(t => t.IsPublic))
        {
            if (type.IsEnum)
                configuration.Properties(type, property => property.HaveConversion<string>().HaveMaxLength(40));
            else if (IsTypedId(type))
                configuration.Properties(type, property => property.HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(type)));
        }

        // Days of the week are an enum of the framework and have no codes of ours.
        configuration.Properties<DayOfWeek>().HaveConversion<string>().HaveMaxLength(10);
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configuration.Properties<decimal>().HavePrecision(NumberRules.Digits, NumberRules.Decimals);
    }

    /// <summary>
    /// The primary key is the order of saving, so that related rows are stored together. The id has a unique index and is what other tables
    /// and the API refer to.
    /// </summary>
    public static void UseSequenceKeys(this ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)).ToList())
            model.Entity(type.ClrType).HasKey(nameof(Entity.Seq));
    }

    /// <summary>A short list in one column, as text: "a,b". For lists that are shown and never searched.</summary>
    public static void IsTextList<T>(this PropertyBuilder<IReadOnlyList<T>> property, Func<string, T> parse) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => Join(list), text => Split(text, parse)),
            new ValueComparer<IReadOnlyList<T>>(
                (a, b) => a!.SequenceEqual(b!),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                list => list
            )
        );

    private static string Join<T>(IReadOnlyList<T> list) => string.Join(',', list);

    private static List<T> Split<T>(string text, Func<string, T> parse) => text.Length == 0 ? [] : [.. text.Split(',').Select(parse)];

    private static bool IsTypedId(Type type) =>
        type is { IsValueType: true, IsEnum: false }
        && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)?.PropertyType == typeof(Guid);
}
