-- Codes of products that the source has and the catalogue has not, because they are not sound.
select distinct product_code from ({{faults_product}}) p where product_code is not null and fault is not null
